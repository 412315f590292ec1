"""Report file -> its text; a folder of them -> what is to be read."""

import hashlib
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qa.errors import ReportError
from qa.reports.plain import decode, is_chinese, strip_markdown

_PLAIN = (".txt", ".md")
SUFFIXES = (*_PLAIN, ".docx", ".html", ".htm", ".pdf")
MANIFEST = "manifest.toml"

# Formats in which reports come too but that nothing here reads, and what to do with them.
_RESAVE = (".doc", ".wps", ".rtf", ".odt", ".ofd", ".xhtml", ".mht", ".mhtml", ".caj", ".epub")
# Marks without width that editors and web pages leave in a text; in a file of plain text nothing is touched.
_NO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_KNOWN = "、".join(SUFFIXES)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the seeds folder with the manifest's corrections for it."""

    path: Path
    corrections: dict[str, str | int]

    @property
    def id(self) -> str:
        """The report's id: the file name without its ending."""
        return self.path.stem


def list_sources(seeds_dir: Path) -> list[SourceFile]:
    """List the report files of `seeds_dir` by name; raise ReportError where there is none or the manifest is wrong.

    Hidden files, Word's lock files (~$…) and README files are no reports.
    """
    if not seeds_dir.is_dir():
        raise ReportError(f"没有找到报告目录 {seeds_dir}。请建立该目录并放入报告（.txt），或用 QA_SEEDS_DIR 指定。")
    manifest = _read_manifest(seeds_dir / MANIFEST)
    files = sorted(path for path in seeds_dir.iterdir() if path.is_file() and not path.name.startswith((".", "~$")))
    paths = [path for path in files if path.suffix.lower() in SUFFIXES and path.stem.lower() != "readme"]
    if not paths:
        others = [path.name for path in files if path.suffix.lower() in _RESAVE]
        hint = f"（{'、'.join(others)} 的格式不支持，请另存为 .docx 或 .txt）" if others else ""
        raise ReportError(f"目录 {seeds_dir} 里没有报告{hint}。请放入一份政府工作报告（{_KNOWN}）后重试。")
    stems = [path.stem for path in paths]
    if twice := sorted({stem for stem in stems if stems.count(stem) > 1}):
        raise ReportError(f"目录 {seeds_dir} 里有重名的报告：{'、'.join(twice)}。请改名，使每份报告的文件名各不相同。")
    return [SourceFile(path, manifest.get(path.name, {})) for path in paths]


def read_text(path: Path) -> str:
    """Read the text of a report file in any of the formats in SUFFIXES.

    Of a text file, line ends become "\\n" and a byte-order mark goes, nothing else changes. Raises ReportError where the
    file cannot be read, is of another format, or holds no Chinese text.
    """
    try:
        text = _reader(path)(path)
    except OSError as exc:
        raise ReportError(
            f"读不了报告 {path.name}：{exc.strerror or exc}。请检查文件是否存在、是否有读取权限。"
        ) from exc
    if path.suffix.lower() not in _PLAIN:
        text = _NO_WIDTH.sub("", text)
    if not text.strip():
        raise ReportError(f"报告 {path.name} 是空的。请放入报告全文，或移出该目录。")
    if not is_chinese(text):
        raise ReportError(f"报告 {path.name} 里几乎没有中文，可能不是报告，或编码有误。请另存为 UTF-8，或移出该目录。")
    return text


def digest(text: str) -> str:
    """SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _reader(path: Path) -> Callable[[Path], str]:
    """The loader for a file's ending. Those of vendors are imported when first met: a folder of text needs none of them."""
    suffix = path.suffix.lower()
    if suffix == ".docx":
        from qa.reports.word import read_word

        return read_word
    if suffix in (".html", ".htm"):
        from qa.reports.webpage import read_webpage

        return read_webpage
    if suffix == ".pdf":
        from qa.reports.pdf import read_pdf

        return read_pdf
    if suffix not in SUFFIXES:
        raise ReportError(f"不支持 {path.name} 的格式。请另存为 {_KNOWN} 之一后重试。")
    return _read_plain


def _read_plain(path: Path) -> str:
    data = path.read_bytes()
    if not data.strip():
        return ""
    text = decode(data)
    if text is None:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as exc:
            raise ReportError(f"报告 {path.name} 的文字编码无法识别。请用编辑器另存为 UTF-8 后重试。") from exc
    return strip_markdown(text) if path.suffix.lower() == ".md" else text


def _read_manifest(path: Path) -> dict[str, dict[str, str | int]]:
    if not path.exists():
        return {}
    try:
        manifest = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise ReportError(f"{path.name} 的格式有误：{exc}。请改正，或删去它（报告信息将从正文读取）。") from exc
    if not all(isinstance(table, dict) for table in manifest.values()):
        raise ReportError(f'{path.name} 的格式有误：每份报告一节，如 ["2023_辽宁省.txt"]。请改正，或删去它。')
    return manifest
