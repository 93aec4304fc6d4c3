// A marker opens a card with its note; CSS places it. Without this, it leads to the note.
const form = document.querySelector(".card-form");

if (form && "popover" in form) {
  const MARK = ".citation__mark";
  const card = form.content.cloneNode(true).querySelector(".card");
  const part = (name) => card.querySelector(".card__" + name);
  const on = (type, act) => addEventListener(type, act, true);
  const { issue } = part("report").dataset;
  // The open card's marker; whether it stays when the mouse leaves; the marker whose card a press
  // will close; the marker that the mouse is at, or on the card of.
  let mark, stays, shuts, zone, wait;

  const close = () => mark && card.hidePopover();
  const open = (next, stay) => {
    close();
    card.remove();
    const words = "\n\n> " + next.closest("p,li,td,dd")?.textContent;
    next.closest(".citation").append(card);
    part("note").href = next.hash;
    part("statement").href = next.dataset.statement;
    if (issue) part("report").href = issue + encodeURIComponent(part("statement").href + words);
    part("note").textContent = card.ariaLabel = next.ariaLabel;
    part("content").replaceChildren(document.querySelector(next.hash + " .note__content").cloneNode(true));
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
  }
  on("pointerdown", () => (shuts = stays && mark));
  on("click", (e) => {
    const next = e.target.closest(MARK);
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
