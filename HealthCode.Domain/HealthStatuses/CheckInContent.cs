using HealthCode.Domain.Declarations;
using HealthCode.Domain.Rules;

namespace HealthCode.Domain.HealthStatuses;

/// <summary>打卡内容 — the answers to one day's form. What a province's form does not ask stays empty.</summary>
public sealed record CheckInContent
{
    /// <summary>Characters of each answer in words.</summary>
    public const int LongestLine = 60;

    /// <summary>体温.</summary>
    public BodyTemperature? Temperature { get; init; }

    /// <summary>测温部位; null when nobody of the office saw it measured.</summary>
    public MeasuringSite? Site { get; init; }

    /// <summary>体温是否正常, ticked by a person; never computed.</summary>
    public bool? FoundNormal { get; init; }

    /// <summary>没有出现症状.</summary>
    public bool NoSymptoms { get; init; }

    /// <summary>症状, in the words of the form.</summary>
    public IReadOnlyList<string> Symptoms { get; init; } = [];

    /// <summary>旅居和接触: the answer to each question, by its code.</summary>
    public IReadOnlyDictionary<string, ExposureAnswer> Exposures { get; init; } = new Dictionary<string, ExposureAnswer>();

    /// <summary>行程, in the order it was told; empty where nothing was told.</summary>
    public IReadOnlyList<ItineraryStop> Itinerary { get; init; } = [];

    /// <summary>目前所在地址.</summary>
    public string Address { get; init; } = "";

    /// <summary>需求: 药品、口粮、就医.</summary>
    public string Needs { get; init; } = "";

    /// <summary>本人的话.</summary>
    public string OwnWords { get; init; } = "";

    /// <summary>代报人: the relative or the institution that reported it; empty when the person did.</summary>
    public string ReportedBy { get; init; } = "";

    /// <summary>已宣读: read back to somebody who cannot read.</summary>
    public bool ReadAloud { get; init; }

    /// <summary>Nothing in it was found not normal: neither the tick nor a symptom nor a 是 or 不确定.</summary>
    public bool IsNormal => FoundNormal != false && Symptoms.Count == 0 && Exposures.Values.All(answer => answer == ExposureAnswer.No);

    /// <summary>Somebody ticked something; own words alone are judged by nobody.</summary>
    public bool IsJudged => FoundNormal is not null || NoSymptoms || Symptoms.Count > 0 || Exposures.Count > 0;

    /// <summary>Whether two say the same, answer by answer.</summary>
    public bool SameAs(CheckInContent other) =>
        this with { Symptoms = other.Symptoms, Exposures = other.Exposures, Itinerary = other.Itinerary } == other && Symptoms.SequenceEqual(other.Symptoms) && Itinerary.SequenceEqual(other.Itinerary)
        && Exposures.Count == other.Exposures.Count && Exposures.All(each => other.Exposures.TryGetValue(each.Key, out var answer) && answer == each.Value);
}

/// <summary>行程的一行.</summary>
/// <param name="Day">哪一天.</param>
/// <param name="Place">到了哪里.</param>
/// <param name="Transport">交通工具和车次; may be empty.</param>
public sealed record ItineraryStop(DateOnly Day, string Place, string Transport)
{
    /// <summary>「3月1日 成都，G123 次」.</summary>
    public override string ToString() => $"{Day.ChineseShort()} {Place}{(Transport.Length > 0 ? "，" + Transport : "")}";
}

/// <summary>An answer to a question on stay or contact.</summary>
public enum ExposureAnswer
{
    /// <summary>是.</summary>
    Yes = 1,

    /// <summary>否.</summary>
    No = 2,

    /// <summary>不确定, where the form has it.</summary>
    Uncertain = 3,
}
