"""Benchmarks: times as ratios against something run in turn with it, since machines differ and drift."""
