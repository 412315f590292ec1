"""Questions about government work reports, answered with exact quotes."""

from qa.settings import silence_telemetry

silence_telemetry()
