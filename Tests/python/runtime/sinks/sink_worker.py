"""What tests of sinks do in processes of their own: `FUNCTION ARGUMENT…`."""

from __future__ import annotations

import multiprocessing
import multiprocessing.util
import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from predictiontrader_catalog._runtime.sinks import (
    BufferedFileSink,
    FileSink,
    MemorySink,
    Rotation,
    StreamSink,
)
from runtime.sinks.sink_tools import ERROR, INFO, record, wait_until


def flood(
    kind: str, path: str, rotated: str, name: str, threads: str, count: str
) -> None:
    """Writes records from several threads as soon as standard input ends."""
    rotation = Rotation(200_000, 1000) if rotated == "rotated" else None
    sink = {"file": FileSink, "buffered": BufferedFileSink}[kind](path, rotation)
    sys.stdin.read()

    def write(thread: int) -> None:
        for number in range(int(count)):
            size = 100 + number * 7 % 400
            sink.write(record(f"{name}.{thread}.{number}", size), INFO)

    writers = [threading.Thread(target=write, args=[n]) for n in range(int(threads))]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    sink.close()
    print(sink.take_dropped(), sink.failed_rotations)


def endless(path: str) -> None:
    """Writes records until it is killed."""
    sink = FileSink(path)
    number = 0
    while True:
        sink.write(record(number, 1000), INFO)
        number += 1


def at_exit(path: str) -> None:
    """Leaves a record in the buffer and ends."""
    BufferedFileSink(path, interval=1000).write(record("last"), INFO)


class Late:
    """Leaves records when the interpreter lets go of everything."""

    kept: ClassVar[list[object]] = []

    def __init__(self, sink: BufferedFileSink) -> None:
        self.sink = sink
        self.lines = [record("late"), record("later")]

    def __del__(self) -> None:
        for line in self.lines:
            self.sink.write(line, INFO)


def after_exit(path: str) -> None:
    """Leaves records in the buffer when what is called at the exit has been called."""
    sink = BufferedFileSink(path, interval=1000)
    sink.write(record("held back"), INFO)
    Late.kept.append(Late(sink))


def in_worker(path: str) -> None:
    """Leaves a record in the buffer of a `multiprocessing` worker."""
    spawned(at_exit, path)


def often_in_worker(path: str) -> None:
    """Starts the timer again and again in a `multiprocessing` worker."""
    spawned(again_and_again, path)


def again_and_again(path: str) -> None:
    """Prints how many exit functions there are after several starts of the timer."""
    sink = BufferedFileSink(path, interval=0.01)
    for number in range(5):
        sink.write(record(number), INFO)
        wait_until(lambda: threading.active_count() == 1)
    print(len(vars(multiprocessing.util)["_finalizer_registry"]))


def spawned(function: Callable[[str], None], path: str) -> None:
    """Runs a function in a `multiprocessing` worker."""
    process = multiprocessing.get_context("fork").Process(target=function, args=[path])
    process.start()
    process.join()
    assert process.exitcode == 0


def fork_buffered(path: str) -> None:
    """Forks with a record in the buffer; then both log."""
    sink = BufferedFileSink(path, interval=1000)
    sink.write(record("before"), INFO)

    def child() -> None:
        sink.write(record("child"), INFO)
        sink.close()

    forked(child)
    sink.write(record("parent"), INFO)
    sink.close()


def fork_timer(path: str) -> None:
    """Forks while the timer runs; the child needs one of its own."""
    sink = BufferedFileSink(path, interval=0.05)
    sink.write(record("parent"), INFO)

    def child() -> None:
        sink.write(record("child"), INFO)
        wait_until(lambda: b"child" in Path(path).read_bytes())

    forked(child)


def fork_locked(path: str) -> None:
    """Forks while another thread holds the locks of all sinks."""
    file, memory = FileSink(path), MemorySink(1)
    stream = StreamSink(os.open(path, os.O_WRONLY | os.O_APPEND))
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with file._lock, stream._lock, memory._lock:
            held.set()
            done.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()

    def child() -> None:
        file.write(record("file"), INFO)
        stream.write(record("stream"), INFO)
        memory.write(record("memory"), INFO)
        assert memory.lines

    forked(child)
    done.set()
    thread.join()


def fork_dropped(path: str) -> None:
    """Forks with dropped records, which are the parent's to tell of."""
    sink = FileSink(path)
    sink._file.dropped = 3

    def child() -> None:
        sink.write(record("child"), INFO)
        assert sink.take_dropped() == 0

    forked(child)
    assert sink.take_dropped() == 3


def fork_end(path: str) -> None:
    """Forks; the child's end of the file must not be taken for the parent's."""
    sink = FileSink(path)
    sink.write(record("parent"), INFO)
    end = Path(path).stat().st_size

    def child() -> None:
        sink.write(record("child"), INFO)

    forked(child)
    assert os.lseek(sink._file._descriptor, 0, os.SEEK_CUR) == end


def threads_end(path: str) -> None:
    """Prints how many threads there are before, with and after a held record."""
    sink = BufferedFileSink(path, interval=0.05)
    print(threading.active_count())
    sink.write(record("urgent"), ERROR)
    print(threading.active_count())
    sink.write(record("held"), INFO)
    print(threading.active_count())
    wait_until(lambda: threading.active_count() == 1)
    sink.write(record("again"), INFO)
    wait_until(lambda: b"again" in Path(path).read_bytes())


def forked(function: Callable[[], None]) -> None:
    """Runs a function in a forked child; fails where it fails or never ends."""
    child = os.fork()
    if child == 0:
        signal.alarm(10)
        status = 1
        try:
            function()
            status = 0
        finally:
            os._exit(status)
    assert os.waitpid(child, 0)[1] == 0


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
