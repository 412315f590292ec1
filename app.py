"""Settings -> the chat in the browser."""

import sys

from qa import settings
from qa.errors import QAError
from qa.terminal import indexing_bar, say


def main() -> int:
    """Open the reports, serve the page, return the exit code; an error that the user can mend is one line on stderr."""
    try:
        loaded = settings.load()
        say("正在打开报告…")
        from qa.assistant import Assistant

        with indexing_bar() as progress:
            assistant = Assistant.open(loaded, progress)
        titles = "".join(f"《{report.title}》" for report in assistant.reports)
        say("".join((f"已载入{titles}。", *assistant.notices)))
        for warning in assistant.warnings:
            say(f"注意：{warning}")

        from qa.web.server import serve

        serve(assistant, loaded, say)
    except QAError as exc:
        sys.stderr.write(f"错误：{exc}\n")
        return 1
    except KeyboardInterrupt:
        say("已停止。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
