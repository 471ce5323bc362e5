"""Text: folding with a way back, sentences, words, numerals, quotations, language."""
