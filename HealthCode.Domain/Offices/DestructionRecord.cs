using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>销毁清册 — what was destroyed of one office's papers, kind by kind; begun with the first, finished with the last, resumed in between. It names nobody, so it stays (宁疫指办发〔2020〕63号 附件1; DECISIONS.md D4, D10).</summary>
public sealed class DestructionRecord
{
    /// <summary>The code of the step that says what could not be destroyed here and is left to people's hands.</summary>
    public const string ByHand = "by-hand";

    private readonly List<DestructionStep> _steps = [];

    private DestructionRecord(string officeCode, string officeName, DateOnly endedOn, string notice, DateTimeOffset startedAt)
    {
        (OfficeCode, OfficeName, EndedOn, Notice, StartedAt) = (officeCode, officeName, endedOn, notice, startedAt);
        (AuditHead, Signature) = ("", "");
    }

    /// <summary>Whose; key in the database.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Its full name at that time.</summary>
    public string OfficeName { get; private set; }

    /// <summary>疫情解除日.</summary>
    public DateOnly EndedOn { get; private set; }

    /// <summary>依据, as a paper cites it; empty when the end was entered by an earlier version of the program.</summary>
    public string Notice { get; private set; }

    /// <summary>When the first thing was destroyed.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the last was; null while it must be resumed.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>审计链末值: the audit as it stood when all was gone.</summary>
    public string AuditHead { get; private set; }

    /// <summary>The office's signature over <see cref="Text"/>, 125 characters; empty when its key cannot be opened.</summary>
    public string Signature { get; private set; }

    /// <summary>What was destroyed, in the order of doing.</summary>
    public IReadOnlyList<DestructionStep> Steps => _steps;

    /// <summary>清册原文 — what is signed, UTF-8, lines ending with LF.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder("销毁清册\n")
                .Append(CultureInfo.InvariantCulture, $"村居：{OfficeName}（{OfficeCode}）\n")
                .Append(CultureInfo.InvariantCulture, $"疫情解除日：{EndedOn.Chinese()}\n")
                .Append(CultureInfo.InvariantCulture, $"依据：{Notice}\n")
                .Append(CultureInfo.InvariantCulture, $"开始：{Moment(StartedAt)}\n")
                .Append(CultureInfo.InvariantCulture, $"完成：{(FinishedAt is { } finished ? Moment(finished) : "")}\n");
            foreach (var step in _steps)
            {
                text.Append(CultureInfo.InvariantCulture, $"{step.Kind}：{step.Count} {step.Unit}，{step.How}\n");
            }

            return text.Append(CultureInfo.InvariantCulture, $"审计：{AuditHead}\n").ToString();
        }
    }

    /// <summary>开始 — the days of keeping are over.</summary>
    /// <param name="office">Whose papers.</param>
    /// <param name="notice">What the end rests on, or null.</param>
    /// <param name="at">When.</param>
    /// <param name="today">The day.</param>
    /// <exception cref="RuleBrokenException">A day too early.</exception>
    public static DestructionRecord Begin(Office office, EndNotice? notice, DateTimeOffset at, DateOnly today)
    {
        DestructionRules.NeverEarlier.Require(office.MustDestroyPapers(today));

        return new(office.Code, office.OfficialName, office.EpidemicEndedOn!.Value, notice?.Citation ?? "", at);
    }

    /// <summary>记一步 — done again after a power cut it adds what it found.</summary>
    /// <exception cref="RuleBrokenException">It is finished.</exception>
    public void Note(string code, string kind, string unit, string how, int count, DateTimeOffset at)
    {
        DestructionRules.StaysAsSigned.Require(FinishedAt is null);

        if (_steps.Find(step => step.Code == code) is not { } known)
        {
            _steps.Add(DestructionStep.Of(code, kind, unit, how, count, at));
        }
        else if (count > 0)
        {
            known.Add(count, at);
        }
    }

    /// <summary>How many of these kinds.</summary>
    public int CountOf(params IEnumerable<string> codes) => codes.Sum(code => _steps.Find(step => step.Code == code)?.Count ?? 0);

    /// <summary>完成.</summary>
    /// <param name="auditHead">审计链末值.</param>
    /// <param name="sign">Signs the text; gives an empty signature when the key cannot be opened.</param>
    /// <param name="at">When.</param>
    /// <exception cref="RuleBrokenException">It is finished.</exception>
    public void Finish(string auditHead, Func<string, string> sign, DateTimeOffset at)
    {
        DestructionRules.StaysAsSigned.Require(FinishedAt is null);

        (AuditHead, FinishedAt) = (auditHead, at);
        Signature = sign(Text);
    }

    private static string Moment(DateTimeOffset at) => BeijingTime.At(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
