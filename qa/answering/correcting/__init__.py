"""What a question takes for granted -> the correction, where the report has it otherwise."""
