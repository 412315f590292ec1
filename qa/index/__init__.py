"""Reports <-> a searchable index: vectors in Chroma, words in BM25."""
