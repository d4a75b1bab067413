using System.Diagnostics;
using System.Globalization;
using HealthCode.Domain.Passes;
using HealthCode.Domain.People;
using HealthCode.Tests.Support;
using HealthCode.Web.Printing.Cards;

namespace HealthCode.Tests.Benchmarks;

/// <summary>A thousand A6 cards, both sides, with QR and seal circle, in one PDF; and what the first card after start takes.</summary>
internal sealed class CardRuns : IBenchmark
{
    private const int Cards = 1000;
    private const double LimitSeconds = 0.8;
    private const double LimitFirstRunSeconds = 1.5;
    private const double LimitMegabytes = 200;
    private const double LimitFileMegabytes = 3;
    private const double LimitFirstMilliseconds = 400;

    private static readonly string[] Surnames = ["马", "王", "李", "张", "丁", "杨", "白", "买买提·", "阿卜杜热合曼·", "欧阳"];

    private const string Given = "秀英国华建军德福玉兰海燕志强淑珍永贵文学春梅俊杰金花明山小红志远桂芳宝生翠莲长安";

    public string Name => "cards";

    public string Purpose => "1,000 A6 cards, both sides, with QR and seal circle, in one PDF; the first card after start";

    public async Task RunAsync(TextWriter output)
    {
        var office = LawfulCase.Office();
        var sheets = Enumerable.Range(1, Cards).Select(i => (IReadOnlyList<HealthPass?>)[Card(i)]).ToList();

        var watch = Stopwatch.StartNew();
        CardSheet.A6.Draw(sheets[0][0]!, Batch.Job(office));
        await output.WriteLineAsync(Line($"first card: {watch.Elapsed.TotalMilliseconds:F0} ms (limit {LimitFirstMilliseconds:F0} ms: {Kept(watch.Elapsed.TotalMilliseconds <= LimitFirstMilliseconds)})"));

        await output.WriteLineAsync(Line($"memory with the fonts read: {Process.GetCurrentProcess().WorkingSet64 / 1e6:F0} MB"));
        for (var round = 0; round < 5; round++)
        {
            var limit = round == 0 ? LimitFirstRunSeconds : LimitSeconds;
            using var file = new MemoryStream();
            var processor = Environment.CpuUsage.TotalTime.TotalSeconds;
            watch.Restart();
            CardSheet.A6.Draw(sheets, Batch.Job(office), file);
            var seconds = watch.Elapsed.TotalSeconds;
            processor = Environment.CpuUsage.TotalTime.TotalSeconds - processor;
            var megabytes = file.Length / 1e6;
            var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1e6;
            await output.WriteLineAsync(Line($"{Cards} cards{(round == 0 ? " at once" : "")}: {seconds:F2} s (limit {limit:F1} s: {Kept(seconds <= limit)}), of processor time {processor:F2} s, {Cards / seconds:F0} cards/s, {file.Length / Cards} bytes a card, file {megabytes:F2} MB (limit {LimitFileMegabytes:F0} MB: {Kept(megabytes <= LimitFileMegabytes)}), peak memory so far {peak:F0} MB (limit {LimitMegabytes:F0} MB: {Kept(peak <= LimitMegabytes)})"));
        }
    }

    /// <summary>Every card another name, address and number, as people have them.</summary>
    private static HealthPass Card(int i)
    {
        var holder = LawfulCase.Applicant with { Name = PersonName.Restore(string.Concat(Surnames[i % Surnames.Length], Given.AsSpan(i % (Given.Length - 1), 2))) };
        var declaration = LawfulCase.Submitted(LawfulCase.Form with { Person = holder, Stays = [LawfulCase.Form.Stays[0] with { Address = $"宁夏回族自治区银川市兴庆区样例街道样例村{i % 9}组{i}号" }] });
        declaration.Approve(LawfulCase.NothingFound, 1, LawfulCase.Pack, LawfulCase.Reviewer, LawfulCase.Now, LawfulCase.Today);
        return HealthPass.Issue(declaration, LawfulCase.Office(), LawfulCase.Number(i), null, LawfulCase.Today);
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Kept(bool kept) => kept ? "kept" : "missed";
}
