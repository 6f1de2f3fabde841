"""From a source to claims: sources, pages, articles, names, sentences, who did what to whom."""
