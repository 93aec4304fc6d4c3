// The reader's choice of colours: as the device has them, light, or dark. The theme's own script for
// this has browsers work out the style of every element again at each load. The choice is kept as
// the theme keeps it: the script in its header sets a page's colours by it before the page is seen.
const choice = $(".colours");

if (choice) {
  const inputs = [...choice.elements];
  const light = matchMedia("(prefers-color-scheme: light)");
  let index = __md_get("__palette")?.index ?? 0;

  const show = () => {
    // The first is the device's choice, which is one of the others.
    const scheme = inputs[index || (light.matches ? 1 : 2)].dataset.mdColorScheme;
    document.body.dataset.mdColorScheme = scheme;
    inputs[index].checked = true;
    const color = index ? { scheme } : { media: "(prefers-color-scheme)" };
    __md_set("__palette", { index, color });
  };

  choice.onchange = ({ target }) => {
    index = inputs.indexOf(target);
    target.focus();
    show();
  };
  choice.onkeydown = ({ key }) => {
    if (key == "Enter") inputs[(index + 1) % inputs.length].click();
  };
  light.onchange = show;
  show();
}
