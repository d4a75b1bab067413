using System.ComponentModel.DataAnnotations;
using HealthCode.Domain.Declarations;
using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Pages.Shared;

/// <summary>A day's check-in, as posted.</summary>
public class CheckInInput
{
    public static IReadOnlyList<Choice> Sites { get; } = Choice.Of<MeasuringSite>(site => site.ChineseName());

    /// <summary>正常 (key 1) and 不正常 (key 2).</summary>
    public static IReadOnlyList<Choice> NormalOrNot { get; } = [new("True", "正常"), new("False", "不正常")];

    /// <summary>The answers that a question allows.</summary>
    public static IReadOnlyList<Choice> Answers(ExposureQuestion question) =>
        [.. Choice.Of<ExposureAnswer>(answer => answer.ChineseName()).Where(choice => question.AllowsUncertain || choice.Value != nameof(ExposureAnswer.Uncertain))];

    /// <summary>The day on which the page was opened: what is sent after midnight is not taken for the new day unasked.</summary>
    public DateOnly? OpenedOn { get; set; }

    [Display(Name = "哪一天")]
    public string? Day { get; set; }

    [Display(Name = "怎么知道的")]
    public CheckInChannel? Channel { get; set; }

    [Display(Name = "体温（℃）")]
    public string? Temperature { get; set; }

    [Display(Name = "测温部位")]
    public MeasuringSite? Site { get; set; }

    [Display(Name = "体温是否正常")]
    public bool? FoundNormal { get; set; }

    public bool NoSymptoms { get; set; }

    /// <summary>Numbers of the form's symptoms, from 1.</summary>
    public List<int> Symptoms { get; set; } = [];

    /// <summary>One answer for each question of the form, in its order.</summary>
    public List<ExposureAnswer?> Exposures { get; set; } = [];

    /// <summary>行程, a row each.</summary>
    public List<ItineraryInput> Itinerary { get; set; } = [];

    [Display(Name = "目前所在地址")]
    public string? Address { get; set; }

    [Display(Name = "需求：药品、口粮、就医")]
    public string? Needs { get; set; }

    [Display(Name = "本人的话")]
    public string? OwnWords { get; set; }

    [Display(Name = "谁代报的")]
    public string? ReportedBy { get; set; }

    [Display(Name = "已念给本人听，本人说没有错")]
    public bool ReadAloud { get; set; }

    [Display(Name = "当天是谁告诉的")]
    public string? Late { get; set; }

    [Display(Name = "当天几点告诉的")]
    public string? LateAt { get; set; }

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; set; }

    [Display(Name = "为什么更正")]
    public CheckInCorrection? Correction { get; set; }

    [Display(Name = "更正原因")]
    public string? Reason { get; set; }

    /// <summary>The path of the input for a field.</summary>
    public static string PathOf(Field field) => field.Name switch
    {
        CheckInField.Exposures => $"{nameof(Exposures)}[{field.Number - 1}]",
        CheckInField.Itinerary => $"{nameof(Itinerary)}[{field.Number - 1}].{nameof(ItineraryInput.Day)}",
        _ => field.Name.ToString(),
    };

    /// <summary>What a check-in says, to be corrected.</summary>
    public static CheckInInput Of(DailyCheckIn checkIn, CheckInForm form) => new()
    {
        Day = checkIn.Day.Typed(),
        Version = checkIn.Version,
        Channel = checkIn.Channel,
        Temperature = checkIn.Content.Temperature?.Celsius.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        Site = checkIn.Content.Site,
        FoundNormal = checkIn.Content.FoundNormal,
        NoSymptoms = checkIn.Content.NoSymptoms,
        Symptoms = [.. checkIn.Content.Symptoms.Select(symptom => form.Symptoms.ToList().IndexOf(symptom) + 1)],
        Exposures = [.. form.Exposures.Select(question => checkIn.Content.Exposures.TryGetValue(question.Code, out var answer) ? answer : (ExposureAnswer?)null)],
        Itinerary = [.. checkIn.Content.Itinerary.Select(stop => new ItineraryInput { Day = stop.Day.Typed(), Place = stop.Place, Transport = stop.Transport })],
        Address = checkIn.Content.Address,
        Needs = checkIn.Content.Needs,
        OwnWords = checkIn.Content.OwnWords,
        ReportedBy = checkIn.Content.ReportedBy,
        ReadAloud = checkIn.Content.ReadAloud,
    };
}
