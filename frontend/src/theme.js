// Runs before the first paint: turns the theme "system" into light or dark.
const root = document.documentElement;
if (root.dataset.theme === "system") {
  const wish = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => root.classList.toggle("dark", root.dataset.theme === "system" && wish.matches);
  follow();
  wish.addEventListener("change", follow);
}
