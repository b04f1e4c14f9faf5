import { io, type Socket } from "socket.io-client";
import type { Chat } from "server-events";

const chat: Socket<Chat.ServerToClientEvents, Chat.ClientToServerEvents> = io("/chat");
chat.emit("post", "Lobby", () => {});
