// A marker opens a card with its note, and a term one with its meaning; CSS places it. Without this,
// they lead to the note and to the glossary.
const form = document.querySelector(".card-form");

if (form && "popover" in form) {
  const MARK = ".citation__mark,.term";
  const card = form.content.cloneNode(true).querySelector(".card");
  const part = (name) => card.querySelector(".card__" + name);
  const on = (type, act) => addEventListener(type, act, true);
  const { issue } = part("report").dataset;
  const COPY = part("statement").textContent;
  // The open card's marker; whether it stays when the mouse leaves; the marker whose card a press
  // will close; the marker that the mouse is at, or on the card of.
  let mark, stays, shuts, zone, wait;

  const close = () => mark && card.hidePopover();
  const open = (next, stay) => {
    close();
    card.remove();
    const words = "\n\n> " + next.closest("p,li,td,dd")?.textContent;
    const meaning = next.dataset.meaning;
    (meaning ? next.parentElement : next.closest(".citation")).append(card);
    part("note").href = next.getAttribute("href");
    part("note").textContent = card.ariaLabel = meaning ? next.textContent : next.ariaLabel;
    part("links").hidden = !!meaning;
    if (meaning) part("content").textContent = meaning;
    else {
      part("statement").href = next.dataset.statement;
      part("statement").textContent = COPY;
      if (issue) part("report").href = issue + encodeURIComponent(part("statement").href + words);
      part("content").replaceChildren(document.querySelector(next.hash + " .note__content").cloneNode(true));
    }
    mark = next;
    stays = stay;
    card.showPopover();
    if (stay) card.focus({ preventScroll: true });
  };

  card.onbeforetoggle = ({ newState }) => {
    mark.ariaExpanded = newState == "open";
    if (newState == "open") return;
    if (card.matches(":focus-within")) mark.focus({ preventScroll: true });
    mark = stays = null;
  };
  for (const one of document.querySelectorAll(MARK)) {
    one.ariaHasPopup = "dialog";
    one.ariaExpanded = false;
    if (one.title) [one.dataset.meaning, one.title] = [one.title, ""];
  }
  on("pointerdown", () => (shuts = stays && mark));
  on("click", (e) => {
    const next = e.target.closest(MARK);
    if (e.target == part("statement") && navigator.clipboard) {
      e.preventDefault();
      navigator.clipboard.writeText(e.target.href).then(() => (e.target.textContent = "Copied"));
      return;
    }
    if (e.target.closest(".card__close,.card [href^='#']")) close();
    if (!next || e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    clearTimeout(wait);
    // A press has closed the card by now; a key has not.
    (e.detail ? shuts : stays && mark) == next ? close() : open(next, true);
  });
  on("keydown", (e) => {
    if (e.key == " " && e.target.matches(MARK)) {
      e.preventDefault();
      e.target.click();
    }
  });
  on("pointerover", ({ target, pointerType }) => {
    const next = card.contains(target) ? mark : target.closest(MARK);
    if (pointerType == "touch" || next == zone) return;
    zone = next;
    clearTimeout(wait);
    wait = setTimeout(() => stays || next == mark || (next ? open(next) : close()), 250);
  });
  on("focusin", ({ target }) => {
    if (card.contains(target)) stays = true;
    else if (target != mark) close();
  });
  on("scroll", () => {
    const box = mark?.getBoundingClientRect();
    if (box?.bottom < 0 || box?.top > innerHeight) close();
  });
}

for (const button of document.querySelectorAll(".summary__button")) {
  button.dataset.clipboardText += " " + document.querySelector("link[rel=canonical]").href;
}

// Mark the statement that an address leads to: from the end of the one before it to its own.
// Its colour is set here: the validator that holds our style sheets to CSS cannot read ::highlight().
const shade = new CSSStyleSheet();
shade.replaceSync("::highlight(statement) { background-color: rgb(201 138 43 / 28%) }");
document.adoptedStyleSheets.push(shade);
const showStatement = () => {
  CSS.highlights?.delete("statement");
  const end = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!CSS.highlights || !end?.matches(".citation")) return;
  const range = new Range();
  const block = end.closest("p,li,td,dd,div");
  const before = [...block.querySelectorAll(".citation")].filter((one) => one.compareDocumentPosition(end) & 4);
  range.setStart(block, 0);
  if (before.length) range.setStartAfter(before.pop());
  range.setEndBefore(end);
  CSS.highlights.set("statement", new Highlight(range));
};
addEventListener("hashchange", showStatement);
showStatement();
