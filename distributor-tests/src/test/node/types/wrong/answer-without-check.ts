import { io, type Socket } from "socket.io-client";
import type { Chat } from "server-events";

const chat: Socket<Chat.ServerToClientEvents, Chat.ClientToServerEvents> = io("/chat");
chat.emitWithAck("upload", { name: "a", content: new Uint8Array(1) }, new Uint8Array(1)).then((size) => size + 1);
