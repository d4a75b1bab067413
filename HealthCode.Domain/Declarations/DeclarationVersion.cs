using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Declarations;

/// <summary>申报版本 — the content as it was keyed at one time, and why it was changed.</summary>
public sealed class DeclarationVersion
{
    private DeclarationVersion()
    {
        (Content, Reason, By) = (null!, "", new("", ""));
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>What was keyed.</summary>
    public DeclarationContent Content { get; private set; }

    /// <summary>Why; 首次录入 for the first.</summary>
    public string Reason { get; private set; }

    /// <summary>录入员.</summary>
    public StaffMember By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    internal static DeclarationVersion Of(int number, DeclarationContent content, string reason, StaffMember by, DateTimeOffset at) =>
        new() { Number = number, Content = content, Reason = reason, By = by, At = at };
}
