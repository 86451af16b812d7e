// A worker that does what the name of the file to import says: for the tests of the line to the worker.
const heard = [];
const held = [];
const answer = (id, answer) => postMessage({ id, json: JSON.stringify(answer) });
const text = (id, text) => answer(id, { answer: "text", text });

onmessage = ({ data: { id, json, file } }) => {
  const request = JSON.parse(json);
  heard.push(request.ask);
  switch (request.name) {
    case "hold":
      answer(id, { answer: "progress", done: 1, of: 2, rows: 3 });
      held.push(id);
      break;
    case "release":
      for (const id of held.reverse()) text(id, `answer to ${id}`);
      text(id, "released");
      break;
    case "heard":
      text(id, heard.join(" "));
      break;
    case "size":
      text(id, `${file.size} bytes`);
      break;
    case "break":
      throw new Error("as the test asks");
  }
};
answer(0, { answer: "done" });
