"""What can go wrong, as one tree.

    QAError                 a message for the user: what happened, and the next step
    ├── SettingsError       a setting that cannot be used
    ├── ReportError         a report file that cannot be read
    ├── IndexStoreError     the index cannot be opened or written
    ├── QuestionError       a question that cannot be asked (empty, too long)
    └── EndpointError       the model endpoint failed; `kind` says how

Messages are in the user's language. They are raised low and shown at the edges (chat, terminal, one case of an evaluation).
"""


class QAError(Exception):
    """An error whose text can be shown to the user as it stands."""


class SettingsError(QAError):
    """A setting that cannot be used."""


class ReportError(QAError):
    """A report file that cannot be read."""


class IndexStoreError(QAError):
    """The index cannot be opened or written."""


class QuestionError(QAError):
    """A question that cannot be asked."""


class EndpointError(QAError):
    """The model endpoint failed.

    `kind` is one of: key, model, address, timeout, quota, refused, long, filter, streaming, cut, format, server. `wait` is the
    number of seconds after which another try makes sense, None where it makes none.
    """

    def __init__(self, kind: str, message: str, wait: float | None = None) -> None:
        super().__init__(message)
        self.kind = kind
        self.wait = wait
