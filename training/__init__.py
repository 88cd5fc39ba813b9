"""How the reading model is made. Never installed with the package."""
