import htmx from "htmx.org/dist/htmx.esm.js";

// 499: the session has ended. The page is asked for again, and with it the sign-in; nothing is sent twice.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 499) {
    event.preventDefault();
    window.location.reload();
  }
});

// The bell: a dot when something waits, red when it is urgent; no number. It listens while the page is looked at, since a
// browser has few connections to one host.
const bell = document.getElementById("bell");
let events = null;

function ring(waiting) {
  const dot = bell.querySelector(".bell-dot");
  const urgent = waiting === "URGENT" || (waiting === "ROUTINE" && dot.classList.contains("bell-dot-urgent"));
  dot.hidden = waiting === "NOTHING";
  dot.classList.toggle("bell-dot-urgent", urgent);
  if (waiting !== "NOTHING") {
    bell.setAttribute("aria-label", urgent ? bell.dataset.urgent : bell.dataset.news);
  }
}

function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource(bell.dataset.events);
    events.addEventListener("bell", (event) => ring(event.data));
  }
}

if (bell) {
  listen();
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => events?.close());
}

export default htmx;
