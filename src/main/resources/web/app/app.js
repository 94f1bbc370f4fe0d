import htmx from "htmx.org/dist/htmx.esm.js";

// 499: the session has ended. The page is asked for again, and with it the sign-in; nothing is sent twice.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 499) {
    event.preventDefault();
    window.location.reload();
  }
});

export default htmx;
