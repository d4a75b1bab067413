using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.Registers;

/// <summary>返岗登记 — one person of a unit's roll (琼肺炎指〔2020〕29号 系统操作流程 2). Only the official result counts, and nobody is refused anything by this program.</summary>
public sealed record WorkResumption : RegisterContent
{
    /// <inheritdoc />
    public override RegisterKind Kind => RegisterKind.Work;

    /// <summary>市县.</summary>
    public string County { get; init; } = "";

    /// <summary>街道、乡镇.</summary>
    public string Township { get; init; } = "";

    /// <summary>出发地.</summary>
    public string From { get; init; } = "";

    /// <summary>接触史, in own words.</summary>
    public string Contacts { get; init; } = "";

    /// <summary>身体状况.</summary>
    public string Health { get; init; } = "";

    /// <summary>官方码 that was shown; null when none was.</summary>
    public HealthCodeResult? Result { get; init; }

    /// <summary>哪天看到的.</summary>
    public DateOnly? ResultSeenOn { get; init; }

    /// <summary>谁同意登记官方码.</summary>
    public string Consent { get; init; } = "";

    /// <summary>Whether the newest official result lets him work: the clear value of the province, and nothing else.</summary>
    /// <param name="latest">The newest result of his health record; null when there is none.</param>
    /// <param name="terms">The province's values.</param>
    public bool IsClear(OfficialResult? latest, HealthCodeTerms terms) => LatestOf(latest) is { } result && result == terms.Values[0].Result;

    /// <inheritdoc />
    internal override IEnumerable<Breach> Validate(RulePack pack, DateOnly on, DateOnly today) =>
    [
        .. If(Result is { } result && pack.HealthCode.Values.All(value => value.Result != result), HealthStatusRules.IsOfProvince, RegisterField.Result, $"{string.Join('、', pack.HealthCode.Values.Select(value => value.Words))}。"),
        .. If(Result is not null && ResultSeenOn is null, RegisterRules.ResultHasDay, RegisterField.ResultSeenOn),
        .. If(ResultSeenOn > today, HealthStatusRules.SeenAlready, RegisterField.ResultSeenOn),
        .. If(Result is not null && Consent.Length == 0, HealthStatusRules.HasConsent, RegisterField.Consent),
    ];

    private HealthCodeResult? LatestOf(OfficialResult? latest) =>
        latest is null || (Result is not null && ResultSeenOn > BeijingTime.DayOf(latest.SeenAt)) ? Result : latest.Result;
}
