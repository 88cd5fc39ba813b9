"""How many: numbers in the text, what they amount to, and what they count."""
