import { io, type Socket } from "socket.io-client";
import type { Chat, ChatMessage, Game, HandlerError, Shape } from "server-events";

const chat: Socket<Chat.ServerToClientEvents, Chat.ClientToServerEvents> = io("/chat");

function isError(answer: object): answer is HandlerError {
  return "error" in answer;
}

function area(shape: Shape): number {
  switch (shape.type) {
    case "circle":
      return Math.PI * shape.radius ** 2;
    case "square":
      return shape.side ** 2;
  }
}

chat.on("chatMessage", (message: ChatMessage) => {
  const text: string = message.text;
  const at: Date = new Date(message.time);
  const edited: string | null = message.edited;
  const likes: number | undefined = message.reactions["like"];
  const loud: boolean = message.kind === "loud";
  const author: string = message.from.user_id;
  console.log(text, at, edited, likes, loud, author, message.color ?? "none", message.tags.join());
});
chat.on("user typing", (name, typing) => console.log(name.length, typing === true));
chat.on("ask", (question, ack) => ack({ number: question.text.length, note: null }));
chat.on("confirm", (ack) => ack());
chat.on("count", (what, ack) => ack(what.length));
chat.on("said", (first, ...rest) => console.log(first.length, rest.map((number) => number.toFixed(1))));
chat.on("drawn", (shape) => console.log(area(shape)));
chat.on("raw", (bytes, anything) => console.log(bytes.byteLength, anything));
chat.on("disconnect", (reason) => console.log(reason));

chat.emit("post", "Lobby", { text: "hello" }, (receipt) => {
  if (isError(receipt)) {
    console.log(receipt.error);
  } else {
    console.log(receipt.number.toFixed(), receipt.note?.length);
  }
});
chat.emit("leave", "Lobby");
chat.emit("leave", "Lobby", (error) => console.log(error?.error));
chat.emit("draw shape", { type: "circle", radius: 1 });
chat.emit("profile", { display_name: "Ada", post_count: 1 });
chat.emit("acknowledged", (first: number, second: string) => console.log(first, second));

async function ask(): Promise<void> {
  const page = await chat.emitWithAck("search", "hello", null);
  if (!isError(page)) {
    const messages: ChatMessage[] = page.items;
    const next: number | null = page.next;
    console.log(messages.length, next);
  }
  const size = await chat.timeout(1000).emitWithAck("upload", { name: "a", content: new Uint8Array(3) }, new ArrayBuffer(2));
  console.log(typeof size === "number" ? size + 1 : size.error);
  const tree = await chat.emitWithAck("grow", { name: "root", children: [{ name: "leaf", children: [] }] });
  console.log(isError(tree) ? tree.error : tree.children[0].children.length);
  await chat.emitWithAck("leave", "Lobby");
}

const game: Socket<Game.ServerToClientEvents, Game.ClientToServerEvents> = io("/game");
game.on("moved", (move) => console.log(move.x + move.y));
game.emit("move", { x: 1, y: 2 });

void ask();
