"""The index holds exactly the reports' chunks, whatever happened before."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from chromadb.api.models.Collection import Collection
from chromadb.errors import InternalError

from qa.errors import IndexStoreError
from qa.index.chunks import VIEWS, chunks
from qa.index.store import Store, corpus_name
from qa.index.sync import Index, sync
from tests.index.synthetic import HashEmbedder, make_report

SEEDS = Path("seeds")


def held(index: Index) -> set[str]:
    return {id_ for view in VIEWS for id_ in index.store.ids(view)}


def test_first_sync_embeds_every_chunk_and_the_second_none(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    report = make_report()
    first = sync([report], embedder, SEEDS, tmp_path)
    assert first.added == len(chunks(report))
    assert len(embedder.embedded) == len(set(embedder.embedded))  # no text is embedded twice
    again = sync([report], embedder, SEEDS, tmp_path)
    assert (again.added, again.removed) == (0, 0)
    assert held(again) == set(again.chunks)


def test_only_what_changed_is_embedded_and_what_left_is_removed(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    sync([make_report(), make_report("2023_外省")], embedder, SEEDS, tmp_path)
    embedder.embedded.clear()
    changed = make_report(body="新建高标准农田391.3万亩。粮食总产量500亿斤。")
    index = sync([changed], embedder, SEEDS, tmp_path)
    # The sentence that changed, and what its paragraph's vector is made of; nothing of the other paragraphs.
    assert "粮食总产量500亿斤。" in embedder.embedded
    assert "建设高标准农田289万亩。" not in embedder.embedded
    assert held(index) == set(index.chunks)


def test_progress_reaches_the_total(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    index = sync([make_report()], HashEmbedder(), SEEDS, tmp_path, lambda done, total: seen.append((done, total)))
    assert seen[-1] == (index.added, index.added)


def test_other_settings_keep_their_own_index(tmp_path: Path) -> None:
    """Two embedders, or two seeds folders, on one data directory neither mix nor disturb each other."""
    sync([make_report()], HashEmbedder("one"), SEEDS, tmp_path)
    sync([make_report()], HashEmbedder("two"), SEEDS, tmp_path)
    sync([make_report("2023_外省")], HashEmbedder("one"), tmp_path / "other", tmp_path)
    again = HashEmbedder("one")
    assert sync([make_report()], again, SEEDS, tmp_path).added == 0
    assert again.embedded == []


def test_search_finds_the_text_itself(tmp_path: Path) -> None:
    embedder = HashEmbedder()
    index = sync([make_report()], embedder, SEEDS, tmp_path)
    id_, similarity = index.store.search("clause", embedder.query("建设高标准农田289万亩。"), 3)[0]
    assert index.chunks[id_].text == "建设高标准农田289万亩。"
    assert similarity == pytest.approx(1.0, abs=1e-5)


# As nobody where the tests run as root, who may write everywhere.
WRITE_ATTEMPT = """
import os, sys
from pathlib import Path
from qa.errors import IndexStoreError
from qa.index.sync import sync
from tests.index.synthetic import HashEmbedder, make_report
if os.geteuid() == 0:
    os.setuid(65534)
try:
    sync([make_report()], HashEmbedder(), Path("seeds"), Path(sys.argv[1]))
except IndexStoreError as exc:
    print(exc)
"""


def test_read_only_directory_is_explained() -> None:
    with tempfile.TemporaryDirectory() as parent:
        os.chmod(parent, 0o555)
        command = [sys.executable, "-W", "ignore", "-c", WRITE_ATTEMPT, f"{parent}/data"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
        os.chmod(parent, 0o755)
    assert "无法写入" in done.stdout, done.stderr
    assert "QA_DATA_DIR" in done.stdout


def test_directory_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(IndexStoreError, match="QA_DATA_DIR"):
        sync([make_report()], HashEmbedder(), SEEDS, tmp_path / "file")


def test_damaged_index_is_explained(tmp_path: Path) -> None:
    (tmp_path / "index").mkdir()
    (tmp_path / "index" / "chroma.sqlite3").write_bytes(b"not a database at all" * 100)
    with pytest.raises(IndexStoreError, match="QA_DATA_DIR"):
        sync([make_report()], HashEmbedder(), SEEDS, tmp_path)


def test_index_that_a_killed_write_left_unreadable_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync([make_report()], HashEmbedder(), SEEDS, tmp_path)

    def unreadable(*args: object, **kwargs: object) -> None:
        raise InternalError("Failed to apply logs to the hnsw segment writer")

    monkeypatch.setattr(Collection, "get", unreadable)
    with pytest.raises(IndexStoreError, match="请删除这个目录后重新启动"):
        sync([make_report()], HashEmbedder(), SEEDS, tmp_path)


SLOW_SYNC = """
import sys, time
from pathlib import Path
from qa.index.sync import sync
from tests.index.synthetic import HashEmbedder, make_report
body = "".join(f"第{n}件事办成{n}项。" for n in range(int(sys.argv[2])))
def slowly(done, total):
    print(done, flush=True)
    time.sleep(float(sys.argv[3]))
sync([make_report(body=body)], HashEmbedder(), Path("seeds"), Path(sys.argv[1]), slowly)
"""


def run_sync(directory: Path, sentences: int, pause: float) -> "subprocess.Popen[str]":
    command = [sys.executable, "-W", "ignore", "-c", SLOW_SYNC, str(directory), str(sentences), str(pause)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_killed_indexing_is_continued(tmp_path: Path) -> None:
    """kill -9 in the middle, start again: the index equals a clean one, and what was written is not embedded again."""
    body = "".join(f"第{n}件事办成{n}项。" for n in range(400))
    with run_sync(tmp_path / "killed", 400, 0.1) as process:
        assert process.stdout is not None
        for _ in range(9):  # the first eight batches are written together
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)

    embedder = HashEmbedder()
    resumed = sync([make_report(body=body)], embedder, SEEDS, tmp_path / "killed")
    clean = sync([make_report(body=body)], HashEmbedder(), SEEDS, tmp_path / "clean")
    assert 0 < resumed.added < clean.added
    assert held(resumed) == held(clean)
    question = embedder.query("第7件事办成7项。")
    for view in VIEWS:
        here, there = resumed.store.search(view, question, 20), clean.store.search(view, question, 20)
        assert [id_ for id_, _ in here] == [id_ for id_, _ in there]
        assert [score for _, score in here] == pytest.approx([score for _, score in there], abs=1e-5)


def test_a_second_process_waits_for_the_first(tmp_path: Path) -> None:
    body = "".join(f"第{n}件事办成{n}项。" for n in range(100))
    with run_sync(tmp_path, 100, 0.2) as first:
        assert first.stdout is not None
        first.stdout.readline()
        started = time.monotonic()
        index = sync([make_report(body=body)], HashEmbedder(), SEEDS, tmp_path)
        waited = time.monotonic() - started
        first.stdout.read()
    assert first.returncode == 0
    assert waited > 0.2
    assert index.added == 0


def test_a_running_process_keeps_its_own_view(tmp_path: Path) -> None:
    """Another process re-indexes a changed report: the first still finds only what it has read."""
    embedder = HashEmbedder()
    mine = sync([make_report()], embedder, SEEDS, tmp_path)
    with run_sync(tmp_path, 30, 0) as other:
        other.communicate(timeout=60)
    assert other.returncode == 0
    found = mine.store.search("clause", embedder.query("建设高标准农田289万亩。"), 50)
    known = [id_ for id_, _ in found if id_ in mine.chunks]
    assert mine.chunks[known[0]].text == "建设高标准农田289万亩。"


def test_corpus_is_named_by_embedder_and_folder(tmp_path: Path) -> None:
    assert corpus_name("a", tmp_path) != corpus_name("b", tmp_path)
    assert corpus_name("a", tmp_path) == corpus_name("a", tmp_path / ".")
    store = Store(tmp_path, corpus_name("a", tmp_path))
    assert store.ids("clause") == set()
