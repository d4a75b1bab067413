using System.Globalization;
using System.Text;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Offices;

/// <summary>销毁清册 — an office's destroyed data by kind and count; no personal data, so it is kept (宁疫指办发〔2020〕63号 附件1; DECISIONS.md D4, D10).</summary>
public sealed class DestructionRecord
{
    /// <summary>Code of the step for things the program could not destroy and that must be destroyed by hand.</summary>
    public const string ByHand = "by-hand";

    private readonly List<DestructionStep> _steps = [];

    private DestructionRecord(string officeCode, string officeName, DateOnly endedOn, string notice, DateTimeOffset startedAt)
    {
        (OfficeCode, OfficeName, EndedOn, Notice, StartedAt) = (officeCode, officeName, endedOn, notice, startedAt);
        (AuditHead, Signature) = ("", "");
    }

    /// <summary>Code of the office; key in the database.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Full name of the office at that time.</summary>
    public string OfficeName { get; private set; }

    /// <summary>疫情解除日.</summary>
    public DateOnly EndedOn { get; private set; }

    /// <summary>依据, see <see cref="EndNotice.Citation"/>; empty if the end was entered by an earlier version of the program.</summary>
    public string Notice { get; private set; }

    /// <summary>Start of the destruction.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>End of the destruction; null while it is not complete.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>审计链末值: head of the audit chain at the end of the destruction.</summary>
    public string AuditHead { get; private set; }

    /// <summary>The office's signature over <see cref="Text"/>, 125 characters; empty if its key cannot be decrypted.</summary>
    public string Signature { get; private set; }

    /// <summary>The steps, in order of execution.</summary>
    public IReadOnlyList<DestructionStep> Steps => _steps;

    /// <summary>清册原文 — the text that is signed, as UTF-8 with LF line ends.</summary>
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

    /// <summary>开始 — allowed only after the period of keeping.</summary>
    /// <param name="office">The office.</param>
    /// <param name="notice">The notice of 疫情解除, or null.</param>
    /// <param name="at">Current time.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleBrokenException">The period of keeping is not over.</exception>
    public static DestructionRecord Begin(Office office, EndNotice? notice, DateTimeOffset at, DateOnly today)
    {
        DestructionRules.NeverEarlier.Require(office.MustDestroyPapers(today));

        return new(office.Code, office.OfficialName, office.EpidemicEndedOn!.Value, notice?.Citation ?? "", at);
    }

    /// <summary>记一步 — records a step; if it is repeated after an interruption, the count is added.</summary>
    /// <exception cref="RuleBrokenException">Already finished.</exception>
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

    /// <summary>Total count of the given steps.</summary>
    public int CountOf(params IEnumerable<string> codes) => codes.Sum(code => _steps.Find(step => step.Code == code)?.Count ?? 0);

    /// <summary>完成.</summary>
    /// <param name="auditHead">审计链末值.</param>
    /// <param name="sign">Signs the text; returns an empty string if the key cannot be decrypted.</param>
    /// <param name="at">Current time.</param>
    /// <exception cref="RuleBrokenException">Already finished.</exception>
    public void Finish(string auditHead, Func<string, string> sign, DateTimeOffset at)
    {
        DestructionRules.StaysAsSigned.Require(FinishedAt is null);

        (AuditHead, FinishedAt) = (auditHead, at);
        Signature = sign(Text);
    }

    private static string Moment(DateTimeOffset at) => BeijingTime.At(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
