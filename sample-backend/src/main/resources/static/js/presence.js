/**
 * Who is in a room. Who came or left while the list of everybody was on its way counts more than the list, which may be
 * older.
 */
export class Presence {

  #users = new Map();
  #early = [];
  #complete = false;

  constructor(room) {
    this.room = room;
  }

  get users() {
    return [...this.#users.values()];
  }

  /** Takes the list of everybody. */
  fill(users) {
    users.forEach((user) => this.#users.set(user.id, user));
    this.#complete = true;
    this.#early.forEach(({ user, here }) => this.hear(user, here));
  }

  /** Hears that someone came or left. Returns whether that is news. */
  hear(user, here) {
    if (!this.#complete) {
      this.#early.push({ user, here });
      return false;
    }
    const news = this.#users.has(user.id) !== here;
    if (here) {
      this.#users.set(user.id, user);
    } else {
      this.#users.delete(user.id);
    }
    return news;
  }

}
