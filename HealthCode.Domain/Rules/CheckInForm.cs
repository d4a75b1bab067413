namespace HealthCode.Domain.Rules;

/// <summary>健康打卡表 — what a province's form asks; the office asks no health question more.</summary>
public sealed record CheckInForm
{
    /// <summary>A form that asks for nothing but the person's own words.</summary>
    public static CheckInForm OwnWordsAlone { get; } = new();

    /// <summary>Only the person's own words make a report.</summary>
    public bool AsksNothing => !AsksTemperature && Symptoms.Count == 0 && Exposures.Count == 0;

    /// <summary>当日体温, and a person's tick.</summary>
    public bool AsksTemperature { get; init; }

    /// <summary>目前所在地址.</summary>
    public bool AsksAddress { get; init; }

    /// <summary>其他需要申报的健康问题和需求: 药品、口粮、就医.</summary>
    public bool AsksNeeds { get; init; }

    /// <summary>没有出现症状: what excludes every symptom; empty where none are asked.</summary>
    public string NoSymptoms { get; init; } = "";

    /// <summary>症状, in the form's order and words, without <see cref="NoSymptoms"/>.</summary>
    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>旅居和接触.</summary>
    public IReadOnlyList<ExposureQuestion> Exposures { get; init; } = [];

    /// <summary>行程申报: for how many days before the form asks where he travelled, in rows; 0 where it does not ask.</summary>
    public int ItineraryDays { get; init; }

    /// <summary>Where the form comes from.</summary>
    public Citation? Citation { get; init; }
}

/// <summary>A question on stay or contact.</summary>
/// <param name="Code">Stored with the answer.</param>
/// <param name="Text">Verbatim; it says its own window of days.</param>
/// <param name="AllowsUncertain">Whether 不确定 is an answer.</param>
public sealed record ExposureQuestion(string Code, string Text, bool AllowsUncertain = false);
