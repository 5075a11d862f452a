import dev.vidwiz.application.Ports
import dev.vidwiz.application.VidWiz
import dev.vidwiz.application.chat.AnswerQuestion.Outcome.Answering
import dev.vidwiz.application.chat.ChatModel
import dev.vidwiz.application.chat.ChatPrompt
import dev.vidwiz.application.chat.Completion
import dev.vidwiz.application.chat.Question
import dev.vidwiz.application.note.NoteDraft
import dev.vidwiz.application.worker.TaskReport
import dev.vidwiz.application.worker.TaskReport.Result.Success
import dev.vidwiz.application.worker.TaskRequest
import dev.vidwiz.domain.json.JsonText
import dev.vidwiz.domain.note.Timestamp
import dev.vidwiz.domain.task.TaskType
import dev.vidwiz.domain.video.Title
import dev.vidwiz.domain.video.VideoId
import dev.vidwiz.application.video.FetchedMetadata
import dev.vidwiz.persistence.JdbiStorage
import dev.vidwiz.persistence.settings.DatabaseSettings
import java.nio.file.Path
import java.time.Duration
import java.time.InstantSource

fun main() {
    JdbiStorage.open(DatabaseSettings.Sqlite(Path.of("learning.db"))).use { storage ->
        VidWiz(Ports.of(storage, InstantSource.system()).with(Parrot())).use(::learn)
    }
}

private fun learn(vidwiz: VidWiz) {
    val ann = 1L
    val video = VideoId.parse("https://youtu.be/dQw4w9WgXcQ").orThrow()
    val use = vidwiz.useCases()

    use.createNote.create(NoteDraft(ann, video, Timestamp("0:43"), "What a chorus", null))
    work(
        vidwiz,
        TaskType.METADATA,
        Success.of(FetchedMetadata(JsonText("""{"duration": 213}"""), Title("Never Gonna Give You Up"))),
    )
    work(
        vidwiz,
        TaskType.TRANSCRIPT,
        Success.of(JsonText("""[{"text": "Never gonna give you up", "offset": 43.0, "duration": 2.1}]""")),
    )

    val question = Question(Question.Target.New(video), ann, "What does he promise?")
    val outcome = use.answerQuestion.ask(question)
    if (outcome is Answering) {
        outcome.answer().use { answer ->
            val message = answer.await()
            println(message.content())
            message.answer()?.citations()?.forEach { println("${it.timestamp()} is second ${it.seconds()}") }
        }
    }
}

private fun work(vidwiz: VidWiz, type: TaskType, found: Success) {
    val use = vidwiz.useCases()
    use.claimTask.claim(TaskRequest(type, Duration.ofSeconds(1)))
        .ifPresent { use.submitTaskResult.submit(TaskReport.on(it, found)) }
}

private class Parrot : ChatModel {
    override fun name() = "parrot"

    override fun complete(prompt: ChatPrompt) = Completion("**Never to give you up** [0:43].")
}
