// What a person sees between the page and the console: that it is loading, or that it could not start and why.
// Trunk calls this around the download of the wasm module. Ends in .js and not .mjs, which older hosts serve as
// an unknown kind, and browsers then refuse to run.

const LOADING = "Loading Push Console…";
const FAILED =
  "Push Console could not start. Check the connection and load the page again; it needs a browser with WebAssembly.";

export default function boot() {
  const line = document.createElement("p");
  line.setAttribute("role", "status");
  line.style.margin = "3rem 1rem";
  line.style.textAlign = "center";
  return {
    onStart() {
      line.textContent = LOADING;
      document.body.append(line);
    },
    onSuccess() {
      line.remove();
    },
    onFailure(reason) {
      line.setAttribute("role", "alert");
      line.textContent = FAILED;
      // The person who is asked for help looks here.
      console.error(reason);
    },
  };
}
