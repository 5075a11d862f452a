"""Registers, notes, lists and searches, does the work of a worker, follows the video and asks Wiz."""

import json
import sys

from vidwiz_client import (
    ApiClient,
    Configuration,
    ConversationCreate,
    Login,
    NoteCreate,
    NotesApi,
    Question,
    Registration,
    Segment,
    SignInApi,
    SummaryUpload,
    TaskResult,
    VideosApi,
    WizApi,
    WorkersApi,
)

VIDEO = "PyClient_01"


def main(server, admin_token):
    sign_in = SignInApi(client(server))
    sign_in.register(
        Registration(email="py@example.com", password="correct horse", name="Pia")
    )
    login = Login(email="py@example.com", password="correct horse")
    user = client(server, sign_in.log_in(login).token)

    take_notes(user)
    work(client(server, admin_token))
    follow(user)
    ask(user)


def client(server, token=None):
    return ApiClient(Configuration(host=server, access_token=token))


def take_notes(user):
    notes = NotesApi(user)
    note = notes.create_note(
        VIDEO,
        NoteCreate(timestamp="1:23", text="The moon pulls twice", video_title="How winds blow"),
    )
    assert notes.get_note(note.id).text == "The moon pulls twice"
    assert notes.list_notes(VIDEO) == [note]
    page = VideosApi(user).search_videos(q="winds")
    assert [video.video_id for video in page.videos] == [VIDEO], page


def work(admin):
    """Polls for both tasks of the video, reports their results and stores a summary."""
    workers = WorkersApi(admin)
    for kind in ("transcript", "metadata"):
        task = workers.claim_task(type=kind, timeout=10)
        result = TaskResult(
            video_id=task.task_details.video_id, success=True, claim_id=task.claim_id
        )
        if kind == "transcript":
            result.transcript = [Segment(text="Why winds blow")]
        else:
            result.metadata = {"title": "How winds blow"}
        assert workers.submit_task_result(task.task_id, result).status == "completed"
    workers.store_summary(VIDEO, SummaryUpload(summary="Why winds blow."))


def follow(user):
    events = [json.loads(data)["event"] for data in data_of(VideosApi(user).watch_video(VIDEO))]
    assert events[0] == "snapshot" and events[-1] == "done", events


def ask(user):
    wiz = WizApi(user)
    conversation = wiz.begin_conversation(ConversationCreate(video_id=VIDEO)).id
    *pieces, last = data_of(wiz.ask_wiz(conversation, Question(message="Why do winds blow?")))
    text = "".join(json.loads(piece)["content"] for piece in pieces)
    assert (text, last) == ("The moon pulls on the sea [0:43].", "[DONE]"), (text, last)
    question, answer = wiz.list_messages(conversation)
    assert (question.role, answer.role) == ("user", "assistant")


def data_of(stream):
    """Returns the data of each event of a stream, without comments."""
    return [line[len("data: "):] for line in stream.splitlines() if line.startswith("data: ")]


main(*sys.argv[1:])
