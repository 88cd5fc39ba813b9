"""Report → spaCy ``Doc`` with Universal Dependencies and entities; the only door to onnxruntime."""
