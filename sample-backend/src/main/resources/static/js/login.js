/** Gets a token that says who one is. The chat gives one to whoever gives a name. */
export async function login(name) {
  const response = await fetch("chat/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name }),
  });
  if (response.status === 400) {
    throw new Error("Give a name of 1 to 24 characters.");
  }
  if (!response.ok) {
    throw new Error(`The application does not answer: status ${response.status}`);
  }
  return (await response.json()).token;
}
