using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Rules;

namespace HealthCode.Web.Imports;

/// <summary>打卡批量导入的栏 — the questions of a province's form and no others.</summary>
/// <param name="form">The form.</param>
internal sealed class CheckInColumns(CheckInForm form)
{
    private const string Day = "打卡日期";
    private const string Channel = "方式";
    private const string Temperature = "体温";
    private const string FoundNormal = "是否正常";
    private const string Symptoms = "症状";
    private const string Itinerary = "行程";
    private const string Whereabouts = "目前所在地址";
    private const string Needs = "需求";
    private const string OwnWords = "本人的话";
    private const string ReportedBy = "代报人";
    private const string ToldBy = "当天谁告诉的";
    private const string ToldAt = "当天几点";
    private const int MostStops = 10;
    private static readonly char[] Separators = ['、', ',', ' '];

    /// <summary>All columns, in order.</summary>
    public IReadOnlyList<ImportColumn> All { get; } =
    [
        PersonColumns.OfNumber,
        PersonColumns.OfName with { IsRequired = false, Hint = "有证件号码的可以不填；填了就要和名册一致。没有证件的必须填。" },
        new(ResidentLookup.Address, 30, false, "只有没有证件的才填，和名册一致。") { OtherTitles = ["家庭住址", "详细地址", "现住址"] },
        new(Day, 13, true, "例如 20200305。", ImportColumnKind.Day),
        new(Channel, 14, true, "怎么知道的。", ImportColumnKind.Words, PersonColumns.Choices(ImportVocabulary.Channels)) { OtherTitles = ["打卡方式"] },
        .. Asked(form.AsksTemperature, new(Temperature, 8, false, "例如 36.5。"), new(FoundNormal, 10, false, "由人判断，程序不看数字。", ImportColumnKind.Words, PersonColumns.Choices(ImportVocabulary.Normal)) { OtherTitles = ["体温是否正常"] }),
        .. Asked(form.Symptoms.Count > 0, new ImportColumn(Symptoms, 30, false, $"没有的写“无”；有的照写，两种以上用“；”隔开：{string.Join("；", form.Symptoms)}。")),
        .. form.Exposures.Select(question => new ImportColumn(question.Text, 22, false, "照本人的回答填写。", ImportColumnKind.Words, [.. Answers(question).Select(answer => answer.Word)])),
        .. Asked(form.ItineraryDays > 0, new ImportColumn(Itinerary, 36, false, $"近 {form.ItineraryDays} 天出过门的写：日期、到了哪里、车次，中间空一格；几次用“；”隔开，例如 20200301 成都 G123；20200302 绵阳。")),
        .. Asked(form.AsksAddress, new ImportColumn(Whereabouts, 30, false, "和住址不同的填写。")),
        .. Asked(form.AsksNeeds, new ImportColumn(Needs, 20, false, "例如 降压药、大米、要去医院。")),
        new(OwnWords, 30, false, "本人想说的，照他的话写。"),
        new(ReportedBy, 16, false, "家属代报、隔离机构上报的必须填，例如 女儿马小红。"),
        new(ToldBy, 16, false, "补录以前的日子，必须写是谁在当天告诉的。"),
        new(ToldAt, 12, false, "补录以前的日子，必须写当天几点告诉的，例如 9:30。", ImportColumnKind.Time),
    ];

    /// <summary>Title of the column for an error in a field; 证件号码 for an error of the whole row.</summary>
    public string TitleOf(Field? field) => field?.Name switch
    {
        CheckInField.Day => Day,
        CheckInField.Channel => Channel,
        CheckInField.Temperature => Temperature,
        CheckInField.FoundNormal => FoundNormal,
        CheckInField.Symptoms => Symptoms,
        CheckInField.Exposures when field.Number >= 1 && field.Number <= form.Exposures.Count => form.Exposures[field.Number - 1].Text,
        CheckInField.Itinerary => Itinerary,
        CheckInField.Address => Whereabouts,
        CheckInField.Needs => Needs,
        CheckInField.OwnWords => OwnWords,
        CheckInField.ReportedBy => ReportedBy,
        CheckInField.Late => ToldBy,
        CheckInField.LateAt => ToldAt,
        _ => PersonColumns.DocumentNumber,
    };

    /// <summary>Reads a row; null, with errors in the row, if a cell cannot be read.</summary>
    public CheckInReading? Read(ImportRow row, DateOnly today)
    {
        var cells = new RowParser(row, today);
        var day = cells.Day(Day);
        row.Faults.Need(Day, day is null, "请填写打卡日期");
        var channel = cells.One(Channel, ImportVocabulary.Channels);
        row.Faults.Need(Channel, channel is null, RowParser.NotOneOf(ImportVocabulary.Channels.Select(each => each.Word)));
        var content = Content(row, cells);
        var late = day is null ? null : Late(row, cells, day.Value);
        return cells.IsFaultless ? new(day!.Value, channel!.Value, content, late) : null;
    }

    private static ImportColumn[] Asked(bool isAsked, params ImportColumn[] columns) => isAsked ? columns : [];

    private static IReadOnlyList<(string Word, ExposureAnswer Value)> Answers(ExposureQuestion question) =>
        [.. ImportVocabulary.Exposures.Where(answer => question.AllowsUncertain || answer.Value != ExposureAnswer.Uncertain)];

    private CheckInContent Content(ImportRow row, RowParser cells)
    {
        var (noSymptoms, symptoms) = form.Symptoms.Count > 0 ? ReadSymptoms(row) : (false, []);
        return new()
        {
            Temperature = form.AsksTemperature ? cells.Temperature(Temperature) : null,
            FoundNormal = form.AsksTemperature ? cells.One(FoundNormal, ImportVocabulary.Normal) : null,
            NoSymptoms = noSymptoms,
            Symptoms = symptoms,
            Exposures = form.Exposures.Select(question => (question.Code, Answer: cells.One(question.Text, Answers(question)))).Where(each => each.Answer is not null)
                .ToDictionary(each => each.Code, each => each.Answer!.Value),
            Itinerary = form.ItineraryDays > 0 ? ReadItinerary(row, cells) : [],
            Address = form.AsksAddress ? cells.Text(Whereabouts, CheckInContent.LongestLine) : "",
            Needs = form.AsksNeeds ? cells.Text(Needs, CheckInContent.LongestLine) : "",
            OwnWords = cells.Text(OwnWords, CheckInContent.LongestLine),
            ReportedBy = cells.Text(ReportedBy, CheckInContent.LongestLine),
        };
    }

    private static List<ItineraryStop> ReadItinerary(ImportRow row, RowParser cells)
    {
        List<ItineraryStop> stops = [];
        foreach (var told in HalfWidth.Normalize(cells.Text(Itinerary, CheckInContent.LongestLine * MostStops)).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = told.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length >= 2 && TypedDate.TryParse(parts[0], cells.Today, out var day, out _) && day is not null)
            {
                stops.Add(new(day.Value, parts[1], parts.Length > 2 ? parts[2] : ""));
            }
            else
            {
                row.AddError(Itinerary, $"看不懂“{told}”，请写日期、到了哪里、车次，中间空一格");
            }
        }

        return stops;
    }

    private (bool None, IReadOnlyList<string> Symptoms) ReadSymptoms(ImportRow row)
    {
        var none = false;
        HashSet<string> said = [];
        List<string> unknown = [];
        foreach (var part in Parts(HalfWidth.Normalize(row[Symptoms])))
        {
            if (part is "无" or "没有" || part == HalfWidth.Normalize(form.NoSymptoms))
            {
                none = true;
            }
            else if (form.Symptoms.FirstOrDefault(symptom => Means(part, symptom)) is { } known)
            {
                said.Add(known);
            }
            else
            {
                unknown.Add(part);
            }
        }

        if (unknown.Count > 0)
        {
            row.AddError(Symptoms, CheckInRules.OnTheForm.Broken($"{string.Join('、', unknown)}。"));
        }

        return (none, [.. form.Symptoms.Where(said.Contains)]);
    }

    /// <summary>A symptom of the form may itself have 、 in it, so only what is none of the form's is taken apart by it.</summary>
    private IEnumerable<string> Parts(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .SelectMany(part => form.Symptoms.Any(symptom => Means(part, symptom)) ? [part] : part.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Its words, or those before the particulars: 结膜炎 of 结膜炎（红眼病样表现……）.</summary>
    private static bool Means(string typed, string symptom) => HalfWidth.Normalize(symptom) is var words && (typed == words || typed == words.Split(':', '(')[0]);

    private static LateEntry? Late(ImportRow row, RowParser cells, DateOnly day)
    {
        var toldBy = cells.Text(ToldBy, CheckInContent.LongestLine);
        if (toldBy.Length == 0 && row[ToldAt].Length == 0)
        {
            return null;
        }

        return cells.Time(ToldAt, "请写当天的时间，例如 9:30") is { } time ? new(toldBy, BeijingTime.StartOf(day).Add(time.ToTimeSpan())) : null;
    }
}
