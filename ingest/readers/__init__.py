"""From bytes to page text: one module a format, each with a function that returns pages or articles."""
