// A page is seen before the theme's script works on it; else a page would wait for that script, even
// where the browser has it already. The build leaves the script's address in a link.
const $ = (css) => document.querySelector(css);
const theme = $("link[as=script]");
const load = () =>
  theme?.replaceWith(
    Object.assign(document.createElement("script"), {
      src: theme.href,
      // It waits to be told that the page is complete, which the browser has told by then. What it
      // does then is a task of its own.
      onload: () => setTimeout(() => document$.next(document))
    })
  );

requestAnimationFrame(() => setTimeout(load));
