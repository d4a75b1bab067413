using HealthCode.Domain.Offices;

namespace HealthCode.Domain.Declarations;

/// <summary>申报版本 — the content as entered once, and the reason for the change.</summary>
public sealed class DeclarationVersion
{
    private DeclarationVersion()
    {
        (Content, Reason, By) = (null!, "", new("", ""));
    }

    /// <summary>Key in the database.</summary>
    public long Id { get; private set; }

    /// <summary>Version number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The content entered.</summary>
    public DeclarationContent Content { get; private set; }

    /// <summary>Reason of the change; 首次录入 for the first version.</summary>
    public string Reason { get; private set; }

    /// <summary>录入员.</summary>
    public StaffMember By { get; private set; }

    /// <summary>Time of entry.</summary>
    public DateTimeOffset At { get; private set; }

    internal static DeclarationVersion Of(int number, DeclarationContent content, string reason, StaffMember by, DateTimeOffset at) =>
        new() { Number = number, Content = content, Reason = reason, By = by, At = at };
}
