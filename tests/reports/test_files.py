"""Reading a folder and its files: encodings, what is refused, and what the refusal says."""

from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.reports import read_report, read_reports
from qa.reports.files import SourceFile

from .samples import CITY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "2024_临川市.txt"
    path.write_bytes(CITY.replace("\n", "\r\n").encode(encoding))
    assert read_report(SourceFile(path, {})).text == CITY


def test_utf16_big_endian_with_a_mark(tmp_path: Path) -> None:
    path = tmp_path / "2024_临川市.txt"
    path.write_bytes(b"\xfe\xff" + CITY.encode("utf-16-be"))
    assert read_report(SourceFile(path, {})).text == CITY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n\n",
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"GDP grew by 5% in 2024.\n" * 50,
    ],
    ids=["empty", "blank", "every byte", "an image", "English"],
)
def test_what_is_no_chinese_text_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "2024_某市.txt").write_bytes(data)
    with pytest.raises(ReportError, match=r"2024_某市\.txt.*请"):
        read_reports(tmp_path)


def test_missing_folder_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"没有找到报告目录.*QA_SEEDS_DIR"):
        read_reports(tmp_path / "nowhere")


def test_empty_folder_says_what_to_put_there(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"没有报告.*请放入"):
        read_reports(tmp_path)


def test_bad_manifest_is_named(tmp_path: Path) -> None:
    (tmp_path / "2024_临川市.txt").write_text(CITY, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text("title = 没有引号", encoding="utf-8")
    with pytest.raises(ReportError, match=r"manifest\.toml 的格式有误.*请改正"):
        read_reports(tmp_path)


def test_manifest_corrects_the_text(tmp_path: Path) -> None:
    (tmp_path / "2024_临川市.txt").write_text(CITY, encoding="utf-8")
    (tmp_path / "manifest.toml").write_text('["2024_临川市.txt"]\nregion = "临川"\nspeaker = "甲"', encoding="utf-8")
    (report,) = read_reports(tmp_path)
    assert (report.region, report.speaker, report.year) == ("临川", "甲", 2024)


def test_two_reports_of_one_name_are_refused(tmp_path: Path) -> None:
    for name in ("2024_临川市.txt", "2024_临川市.md"):
        (tmp_path / name).write_text(CITY, encoding="utf-8")
    with pytest.raises(ReportError, match=r"重名.*2024_临川市.*请改名"):
        read_reports(tmp_path)


def test_reports_come_by_file_name_and_other_files_are_left(tmp_path: Path) -> None:
    for name in ("2024_乙市.txt", "2023_甲市.txt"):
        (tmp_path / name).write_text(CITY, encoding="utf-8")
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    assert [report.id for report in read_reports(tmp_path)] == ["2023_甲市", "2024_乙市"]


def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "2024_临川市.txt"
    with pytest.raises(ReportError, match=r"读不了报告 2024_临川市\.txt.*请检查"):
        read_report(SourceFile(path, {}))
