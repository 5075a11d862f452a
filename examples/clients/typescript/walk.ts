import {
  ClaimTaskTypeEnum,
  Configuration,
  NotesApi,
  SignInApi,
  VideosApi,
  WizApi,
  WorkersApi,
} from "./index";

declare const process: { argv: string[]; exit(status: number): never };

const VIDEO = "TypeScript1";

/** Registers, notes, lists and searches, does the work of a worker, follows the video and asks Wiz. */
async function walk(basePath: string, adminToken: string): Promise<void> {
  const signIn = new SignInApi(new Configuration({ basePath }));
  const account = { email: "ts@example.com", password: "correct horse", name: "Tess" };
  await signIn.register({ registration: account });
  const { token } = await signIn.logIn({ login: account });
  const user = new Configuration({ basePath, accessToken: token });

  const notes = new NotesApi(user);
  const noteCreate = { timestamp: "1:23", text: "The moon pulls twice", videoTitle: "How tides work" };
  const note = await notes.createNote({ videoId: VIDEO, noteCreate });
  const read = await notes.getNote({ noteId: note.id });
  expect(read.text === "The moon pulls twice", "the note", read);
  const list = await notes.listNotes({ videoId: VIDEO });
  expect(list.length === 1 && list[0].id === note.id, "the list", list);
  const videos = new VideosApi(user);
  const page = await videos.searchVideos({ q: "tides" });
  expect(page.total === 1 && page.videos[0].videoId === VIDEO, "the search", page);

  await work(new WorkersApi(new Configuration({ basePath, accessToken: adminToken })));

  const names: string[] = [];
  for await (const event of events((await videos.watchVideoRaw({ videoId: VIDEO })).raw)) {
    names.push(JSON.parse(event).event);
  }
  expect(names[0] === "snapshot" && names.at(-1) === "done", "the stream", names);

  const wiz = new WizApi(user);
  const { id } = await wiz.beginConversation({ conversationCreate: { videoId: VIDEO } });
  const question = { message: "Why are there two tides?" };
  const answer = await wiz.askWizRaw({ conversationId: id, question });
  let text = "";
  let last = "";
  for await (const event of events(answer.raw)) {
    last = event;
    text += event === "[DONE]" ? "" : JSON.parse(event).content;
  }
  expect(text === "The moon pulls on the sea [0:43]." && last === "[DONE]", "the answer", text);
  const messages = await wiz.listMessages({ conversationId: id });
  expect(messages[1].metadata?.citations[0].seconds === 43, "the citation", messages);
}

/** Polls for both tasks of the video, reports their results and stores a summary. */
async function work(workers: WorkersApi): Promise<void> {
  for (const type of [ClaimTaskTypeEnum.Transcript, ClaimTaskTypeEnum.Metadata]) {
    const task = await workers.claimTask({ type, timeout: 10 });
    if (!task?.taskId || !task.taskDetails) {
      throw new Error(`no task to fetch the ${type}`);
    }
    const done = await workers.submitTaskResult({
      taskId: task.taskId,
      taskResult: {
        videoId: task.taskDetails.videoId,
        success: true,
        claimId: task.claimId,
        transcript: type === "transcript" ? [{ text: "Why the sea rises", offset: 43 }] : null,
        metadata: type === "metadata" ? { title: "How tides work" } : null,
      },
    });
    expect(done.status === "completed", "the task", done);
  }
  await workers.storeSummary({ videoId: VIDEO, summaryUpload: { summary: "Why the sea rises." } });
}

/** Returns the data of each event of a stream, without comments. */
async function* events(response: Response): AsyncGenerator<string> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (buffer + part.value).split("\n");
    buffer = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith("data: ")) {
        yield line.slice("data: ".length);
      }
    }
  }
}

function expect(right: boolean, what: string, found: unknown): void {
  if (!right) {
    throw new Error(`${what} is not as expected: ${JSON.stringify(found)}`);
  }
}

walk(process.argv[2], process.argv[3]).catch((e) => {
  console.error(e);
  process.exit(1);
});
