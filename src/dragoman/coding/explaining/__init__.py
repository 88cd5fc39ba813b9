"""Why a sentence was coded as it was, and how an example becomes a frame of one's own."""
