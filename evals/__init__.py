"""Hand-labelled cases and the ruler they are measured with; see evals/README.md."""
