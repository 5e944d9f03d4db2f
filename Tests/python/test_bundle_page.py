"""The page of `codebook bundle show --html`, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from browser_tools import Browser, Page, browser_path
from package_tools import attempt, executable
from sample_bundle import HOSTILE, SampleBundle

WIDTHS = (360, 768, 1280)
COUNT = "document.querySelector('#count').textContent"
SHOWN = "[...document.querySelectorAll('#rows > tr')].map(row => +row.dataset.index)"


class Shown(NamedTuple):
    """A bundle, and the page that shows it."""

    bundle: SampleBundle
    html: Path

    @property
    def url(self) -> str:
        """Where the page stands."""
        return self.html.as_uri()


def show(bundle: SampleBundle, folder: Path) -> Shown:
    """Writes a bundle and its page."""
    archive, html = folder / "bundle.zip", folder / "page.html"
    bundle.write(archive)
    done = attempt(executable(), "bundle", "show", "--html", html, archive, cwd=folder)
    assert done.returncode in (0, 1), done.stderr
    return Shown(bundle, html)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser, or a skipped test where there is none."""
    path = browser_path()
    if path is None:
        pytest.skip("there is no Chromium here; CODEBOOK_BROWSER can name one")
    with Browser(path, tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A bundle of some thousand records, and its page."""
    return show(SampleBundle(3000), tmp_path_factory.mktemp("page"))


@pytest.fixture
def page(browser: Browser, shown: Shown) -> Page:
    """The page, open in a window of a desktop's size."""
    page = browser.page()
    page.open(shown.url)
    return page


def matching(page: Page) -> list[dict[str, Any]]:
    """The records of all pages of rows that the filters leave."""
    found: list[dict[str, Any]] = page.run("matching.map(record => record.values)")
    assert page.run(SHOWN) == page.run(
        "matching.slice(0, 100).map(record => record.index)"
    )
    return found


def expected(shown: Shown, **fields: str) -> list[str]:
    """The lines of the records with certain fields, sorted."""
    everything = [r for records in shown.bundle.records.values() for r in records]
    return sorted(
        json.dumps(record["message"]) + record["ts"]
        for record in everything
        if all(record.get(name) == value for name, value in fields.items())
    )


def keys(records: list[dict[str, Any]]) -> list[str]:
    """What tells records apart, sorted."""
    return sorted(json.dumps(record["message"]) + record["ts"] for record in records)


def test_the_page_asks_nobody_and_nothing_goes_wrong(
    browser: Browser, shown: Shown
) -> None:
    page = browser.page()
    page.open(shown.url)
    page.click("#levels button")
    page.click(".what summary")
    assert page.requests() == [shown.url]
    assert page.complaints() == []
    text = shown.html.read_text(encoding="utf-8")
    assert "default-src 'none'" in text
    assert "unsafe-inline" not in text
    assert " src=" not in text.split("<script", 1)[0]
    assert "@import" not in text


def test_the_policy_keeps_other_scripts_and_hosts_away(
    browser: Browser, shown: Shown
) -> None:
    page = browser.page()
    page.open(shown.url)
    page.run(
        "(() => { const script = document.createElement('script');"
        "script.textContent = 'window.pwned = 4'; document.body.append(script); })()"
    )
    assert page.run("window.pwned") is None
    failed = page.run("fetch('https://example.com/').then(() => false, () => true)")
    assert failed
    assert any("violat" in text.lower() for text in page.complaints())


def test_the_story_is_told(page: Page) -> None:
    text = page.run("document.body.innerText")
    for part in (
        "engine crashed with signal 6",
        "6 error codes in",
        "Rate limited on rest.orders",
        "38 reconnect attempts on ws.market_data",
        "2.4.1 (build 1187)",
        "18,234",
        "20 finds of 3 rules",
    ):
        assert part in text
    assert page.run("document.querySelectorAll('#timeline rect.error').length") > 0
    assert page.run("document.querySelectorAll('#backoff > svg title').length") > 30
    assert page.run("document.title") == "PredictionTrader diagnostics 2026-01-09 18:07"


def test_a_correlation_is_filtered_by_typing(page: Page, shown: Shown) -> None:
    crash = shown.bundle.crash
    page.type_into("#correlation", crash[:13])
    assert keys(matching(page)) == expected(shown, correlation_id=crash)
    assert page.run(COUNT) == f"5 records match, of {page.run('records.length'):,}."
    assert f"#correlation={crash[:13]}" in page.run("location.hash")
    page.type_into("#correlation", "no such")
    assert matching(page) == []
    page.click("#clear")
    assert len(matching(page)) == page.run("records.length")


def test_a_correlation_is_filtered_by_choosing_it(page: Page, shown: Shown) -> None:
    page.click("#rows td.correlation button")
    crash = shown.bundle.crash
    assert page.run("document.querySelector('#correlation').value") == crash
    assert keys(matching(page)) == expected(shown, correlation_id=crash)


def test_a_link_leads_to_a_correlation(browser: Browser, shown: Shown) -> None:
    page = browser.page()
    correlation = shown.bundle.records["engine"][1500]["correlation_id"]
    page.open(f"{shown.url}#correlation={correlation}")
    assert keys(matching(page)) == expected(shown, correlation_id=correlation)
    page.run(f"void (location.hash = 'correlation={shown.bundle.crash}')")
    page.settle()
    assert keys(matching(page)) == expected(shown, correlation_id=shown.bundle.crash)


def test_filters_work_together(page: Page, shown: Shown) -> None:
    page.click("#levels button.warn")
    assert keys(matching(page)) == expected(shown, level="WARN")
    page.click("#services button[value=engine]")
    page.run(
        "(() => { const select = document.querySelector('#scope');"
        "select.value = 'rest.orders'; select.dispatchEvent(new Event('change')); })()"
    )
    scope = "rest.orders"
    wanted = expected(shown, level="WARN", service="engine", rate_limit_scope=scope)
    assert keys(matching(page)) == wanted
    page.click("#clear")
    page.type_into("#text", "PORTFOLIO")
    assert keys(matching(page)) == expected(shown, event="view_opened")
    page.click(".error-code button.link")
    assert keys(matching(page)) == expected(shown, error_code="PT-PROC-002")


def test_time_is_zoomed_by_dragging(page: Page) -> None:
    page.run("document.querySelector('#timeline').scrollIntoView()")
    box = "document.querySelector('#timeline svg').getBoundingClientRect()"
    left, top, width = page.run(f"[{box}.x, {box}.y, {box}.width]")
    start, end = left + width * 0.25, left + width * 0.5
    page.drag((start, top + 50), (end, top + 50))
    first, last, least, most = page.run(
        "(() => { const times = matching.map(record => record.at);"
        "const part = (wholeTime.to - wholeTime.from);"
        "return [(Math.min(...times) - wholeTime.from) / part,"
        "(Math.max(...times) - wholeTime.from) / part, filter.from, filter.to]; })()"
    )
    assert 0.249 < first < 0.26
    assert 0.49 < last < 0.501
    assert least < most
    page.click("#zoom-all")
    assert len(matching(page)) == page.run("records.length")


def test_rows_come_by_the_page(page: Page) -> None:
    newest = page.run(SHOWN)
    assert len(newest) == 100
    assert newest == sorted(newest, reverse=True)
    page.click("[data-page=next]")
    assert page.run(SHOWN) == list(range(newest[-1] - 1, newest[-1] - 101, -1))
    page.click("[data-page=last]")
    assert page.run(SHOWN)[-1] == 0


def test_hostile_texts_stay_texts(browser: Browser, shown: Shown) -> None:
    page = browser.page()
    page.open(f"{shown.url}#event=framework_log&order=oldest")
    page.run("document.querySelectorAll('details').forEach(found => found.open = true)")
    page.settle()
    page.run("document.querySelectorAll('details').forEach(found => found.open = true)")
    page.settle()
    assert page.run("window.pwned") is None
    assert (
        page.run("document.images.length + document.querySelectorAll('main b').length")
        == 0
    )
    assert page.complaints() == []
    messages = page.run("matching.map(record => record.message)")
    assert messages == list(HOSTILE)
    texts = page.run(
        "[...document.querySelectorAll('.message')].map(m => m.textContent)"
    )
    for text in (
        HOSTILE[0],
        HOSTILE[1],
        HOSTILE[3],
        HOSTILE[4],
        HOSTILE[13],
        "W" * 600,
    ):
        assert any(text in found for found in texts), text
    shown_rows = page.run("document.querySelector('#rows').textContent")
    for name in ("U+202E", "U+2067", "U+200B", "U+FEFF", "ESC", "BEL", "NUL", "U+009B"):
        assert name in shown_rows
    for character in "\u202e\u2067\u200b\ufeff\x1b\x07\u009b\u2028":
        assert character not in shown_rows
    log = page.run(
        "[...document.querySelectorAll('.everything pre')].map(pre => pre.textContent)"
    )
    assert any("\\\\u003c and \\\\\\\\u003c <" in text for text in log)


def test_numbers_stay_as_they_are(browser: Browser, shown: Shown) -> None:
    page = browser.page()
    page.open(f"{shown.url}#event=order_submitted")
    page.click(".what summary")
    text = page.run("document.querySelector('.everything > .tree').textContent")
    assert "123456789012345678901" in text
    assert "0.30000000000000004" in text


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(
    browser: Browser, shown: Shown, width: int
) -> None:
    page = browser.page(width, 800)
    page.open(f"{shown.url}#event=framework_log")
    page.run("document.querySelectorAll('details').forEach(found => found.open = true)")
    page.settle()
    assert page.run("document.documentElement.scrollWidth") <= width
    wide = page.run(
        "[...document.querySelectorAll('body *')].filter(found =>"
        "!found.closest('.scroll, svg, .unseen, .skip, .chart') &&"
        "found.getBoundingClientRect().right > innerWidth + 1)"
        ".map(found => found.tagName + '.' + found.className)"
    )
    assert wide == []


CONTRAST = """
(() => {
  const channels = color => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c =>
    c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const background = found => {
    for (let at = found; at; at = at.parentElement) {
      const color = channels(getComputedStyle(at).backgroundColor);
      if (color.length === 3 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const low = new Map();
  for (const found of document.querySelectorAll('body *')) {
    const hasText = [...found.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    const skipped = 'script, noscript, title, .unseen, :disabled, option';
    if (!hasText || found.closest(skipped)) continue;
    const style = getComputedStyle(found);
    const color = found.closest('svg') ? style.fill : style.color;
    const value = ratio(light(channels(color)), light(background(found)));
    if (value < 4.5) low.set(`${found.tagName}.${found.getAttribute('class')}`, value);
  }
  return [...low];
})()
"""


def test_texts_have_contrast_in_light_and_dark(browser: Browser, shown: Shown) -> None:
    colours = []
    for dark in (False, True):
        page = browser.page(dark=dark)
        page.open(f"{shown.url}#event=framework_log")
        page.run(
            "document.querySelectorAll('details').forEach(found => found.open = true)"
        )
        page.settle()
        assert page.run(CONTRAST) == []
        style = "getComputedStyle(document.body)"
        colours.append(page.run(f"[{style}.color, {style}.backgroundColor]"))
    assert colours[0][0] != colours[1][0]
    assert colours[0][1] != colours[1][1]


def test_what_is_chosen_can_be_named(page: Page) -> None:
    nameless = page.run(
        "[...document.querySelectorAll('button, input, select')].filter(found =>"
        "!(found.labels?.length || found.textContent.trim() ||"
        "found.getAttribute('aria-label'))).map(found => found.outerHTML)"
    )
    assert nameless == []
    assert page.run(
        "[...document.querySelectorAll('svg[role=img]')].every(s => s.ariaLabel)"
    )
    ids = page.run("[...document.querySelectorAll('[id]')].map(found => found.id)")
    assert len(ids) == len(set(ids))


def test_many_records_are_cut_and_said_to_be(
    browser: Browser,
    tmp_path: Path,
    record_testsuite_property: Callable[[str, object], None],
) -> None:
    bundle = SampleBundle(24_000)
    shown = show(bundle, tmp_path)
    page = browser.page()
    seconds = page.open(shown.url)
    record_testsuite_property("seconds for a page of many records", seconds)
    print(f"{shown.html.stat().st_size / 1e6:.1f} MB were drawn in {seconds:.2f} s")
    assert page.run("records.length") == 20_000
    total = sum(map(len, bundle.records.values()))
    assert f"The bundle has {total:,} records; this page has 20,000" in page.run(
        "document.querySelector('#cut').textContent"
    )
    assert "all levels from here on" in page.run(
        "document.querySelector('#timeline').textContent"
    )
    loud = expected(shown, level="WARN") + expected(shown, level="ERROR")
    page.open(f"{shown.url}#level=WARN&level=ERROR")
    assert keys(matching(page)) == sorted(loud)
    assert page.complaints() == []


def test_the_same_bundle_gives_the_same_page(shown: Shown, tmp_path: Path) -> None:
    again = show(shown.bundle, tmp_path)
    assert again.html.read_bytes() == shown.html.read_bytes()
