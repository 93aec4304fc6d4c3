// A marker opens a card with its note; CSS places it. Without this, it leads to the note.
const form = document.querySelector(".card-form");

if (form && "popover" in HTMLElement.prototype) {
  const MARK = ".citation__mark";
  const card = document.importNode(form.content, true).querySelector(".card");
  const part = (name) => card.querySelector(".card__" + name);
  const on = (type, act) => addEventListener(type, act, true);
  const issue = part("report").dataset.issue;
  // The open card's marker; whether it stays when the mouse leaves; the marker whose card a press
  // will close; the marker that the mouse is at, or on the card of.
  let mark, stays, pressed, zone, timer;

  const close = () => mark && card.hidePopover();
  const open = (next, stay) => {
    close();
    card.remove();
    part("note").href = next.hash;
    part("statement").href = next.dataset.statement;
    const text = part("statement").href + "\n\n> " + next.closest("p, li, td, dd")?.textContent;
    if (issue) part("report").href = issue + encodeURIComponent(text);
    part("note").textContent = card.ariaLabel = next.ariaLabel;
    const note = document.querySelector(next.hash + " .note__content");
    part("content").replaceChildren(note.cloneNode(true));
    next.closest(".citation").append(card);
    [mark, stays] = [next, stay];
    card.showPopover();
    if (stay) card.focus({ preventScroll: true });
  };

  card.onbeforetoggle = ({ newState }) => {
    mark.ariaExpanded = newState == "open";
    if (newState == "open") return;
    if (card.contains(document.activeElement)) mark.focus({ preventScroll: true });
    mark = stays = null;
  };
  for (const one of document.querySelectorAll(MARK)) {
    one.ariaHasPopup = "dialog";
    one.ariaExpanded = false;
  }
  on("pointerdown", () => (pressed = stays && mark));
  on("click", (event) => {
    const next = event.target.closest(MARK);
    if (event.target.closest(".card__close, .card [href^='#']")) close();
    if (!next || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    clearTimeout(timer);
    // A press has closed the card by now; a key has not.
    (event.detail ? pressed : stays && mark) == next ? close() : open(next, true);
  });
  on("keydown", (event) => {
    if (event.key != " " || !event.target.matches(MARK)) return;
    event.preventDefault();
    event.target.click();
  });
  on("pointerover", ({ target, pointerType }) => {
    const next = card.contains(target) ? mark : target.closest(MARK);
    if (pointerType == "touch" || next == zone) return;
    zone = next;
    clearTimeout(timer);
    timer = setTimeout(() => stays || next == mark || (next ? open(next) : close()), 250);
  });
  on("focusin", ({ target }) => {
    if (card.contains(target)) stays = true;
    else if (target != mark) close();
  });
  on("scroll", () => {
    const { top, bottom } = mark?.getBoundingClientRect() ?? {};
    if (bottom < 0 || top > innerHeight) close();
  });
}
