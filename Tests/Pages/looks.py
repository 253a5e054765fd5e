"""What every page owes every reader: no violation that axe finds, nothing cut off or pushed sideways, and no word from outside the catalogue.

Each check looks at the page as it stands, so a test brings the page into a state and then asks."""

import importlib.resources

AXE = importlib.resources.files("axe_core_python").joinpath("axe.min.js").read_text()

CUT_OFF = """
const shows = (one) => one.getClientRects().length && getComputedStyle(one).visibility !== "hidden";
const names = (one) => one.tagName.toLowerCase() + (one.id ? "#" + one.id : "") + (one.className ? "." + String(one.className).replaceAll(" ", ".") : "");
const wide = document.scrollingElement.scrollWidth - innerWidth;
const cut = [...document.body.querySelectorAll("*")].filter((one) => {
  const style = getComputedStyle(one);
  const holds = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!holds || !shows(one) || style.clipPath !== "none") return false;
  const hides = (way) => style[way] === "hidden" || style[way] === "clip";
  return hides("overflowX") && one.scrollWidth > one.clientWidth + 1 || hides("overflowY") && one.scrollHeight > one.clientHeight + 1;
});
return [...(wide > 0 ? [`the page is ${wide} px too wide`] : []), ...cut.map((one) => `${names(one)} cuts off “${one.textContent.trim()}”`)];
"""

BARE = """
const shows = (one) => one.getClientRects().length;
const mine = (one) => one.closest("[translate=no], bdi, kbd, [lang]:not(html), script, style, option:not([value=''])");
const texts = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {
  const parent = walk.currentNode.parentElement;
  if (shows(parent) && !mine(parent)) texts.push(walk.currentNode.data);
}
for (const one of document.body.querySelectorAll("*")) {
  if (!shows(one) || mine(one)) continue;
  for (const name of ["title", "aria-label", "placeholder", "alt"]) if (one.getAttribute(name)) texts.push(one.getAttribute(name));
}
const without = (text) => { let rest = text, before; do { before = rest; rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ""); } while (rest !== before); return rest; };
return [document.title, ...texts].map(without).filter((text) => /\\p{L}/u.test(text)).map((text) => text.trim());
"""


def violations(browser):
    """What axe finds, each with the place it finds it at."""
    browser.driver.execute_script(AXE)
    found = browser.driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, { resultTypes: ['violations'] }).then((result) => done(result.violations))")
    return [f"{one['id']} ({one['impact']}): {node['target'][0]}: {node['html'][:160]}" for one in found for node in one["nodes"]]


def looks_right(browser, where):
    """Whatever is wrong with the page as it stands now, all of it at once."""
    wrong = violations(browser) + browser.driver.execute_script(CUT_OFF)
    assert not wrong, f"{where}:\n  " + "\n  ".join(wrong)


def bare_words(browser, data=()):
    """What the page shows in the pseudo-language that does not come from the catalogue, but for the data it was given."""
    return [text for text in browser.driver.execute_script(BARE) if not any(text == one or one in text.split() for one in data)]
