using HealthCode.Domain.HealthStatuses;
using HealthCode.Domain.Offices;
using HealthCode.Domain.Rules;
using HealthCode.Web.Data;
using HealthCode.Web.Fields;
using HealthCode.Web.Foundation;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.HealthStatuses;

/// <summary>上门名单的录入 — saves a row of the round list by itself; answers are keyed as figures.</summary>
public sealed class RoundEntry(OfficeDb db, OfficeClock clock, CheckInEntry entry)
{
    /// <summary>Saves a row.</summary>
    /// <returns>What is wrong with it; empty when it was saved.</returns>
    public async Task<IReadOnlyList<string>> SaveAsync(Office office, CheckInChannel? channel, RoundRow row)
    {
        if (channel is null)
        {
            return ["请先选：上门、电话还是窗口。"];
        }

        var (content, faults) = Read(row, office.RulesOn(clock.Today).HealthCode.CheckIn, clock.Today);
        if (faults.Count > 0)
        {
            return [.. faults.Select(fault => fault.Sentence)];
        }

        if (await db.Residents.SingleOrDefaultAsync(each => each.Id == row.ResidentId && each.OfficeCode == office.Code) is not { } resident)
        {
            return ["名册里已经没有这个人。"];
        }

        try
        {
            await entry.EnterAsync(office, resident, clock.Today, channel.Value, content, null, isFirstOfDay: true);
            return [];
        }
        catch (RuleBrokenException broken)
        {
            return [.. broken.Breaches.Select(breach => breach.Sentence)];
        }
    }

    /// <summary>The answers of a row, and what could not be read.</summary>
    private static (CheckInContent Content, FieldFaults<Field> Faults) Read(RoundRow row, CheckInForm form, DateOnly today)
    {
        FieldFaults<Field> faults = [];
        var fields = new FieldParser<Field>(faults, today);
        var symptoms = Figures(row.Symptoms);
        var exposures = Figures(row.Exposures);
        if (row.FoundNormal is { Length: > 0 } typed && Figures(typed) is not [1 or 2])
        {
            faults.Add(CheckInField.FoundNormal, "正常打 1，不正常打 2");
        }

        if (symptoms is null || symptoms.Any(number => number > form.Symptoms.Count) || (symptoms.Contains(0) && symptoms.Count > 1))
        {
            faults.Add(CheckInField.Symptoms, $"没有症状打 0，有的打序号 1 到 {form.Symptoms.Count}");
        }

        if (exposures is null || (exposures.Count > 0 && exposures.Count != form.Exposures.Count) || exposures.Any(answer => answer is < 1 or > 3))
        {
            faults.Add(CheckInField.Exposures, $"{form.Exposures.Count} 问各打一个数：1 是，2 否，3 不确定");
        }

        return (
            new()
            {
                Temperature = fields.Temperature(CheckInField.Temperature, row.Temperature),
                FoundNormal = Figures(row.FoundNormal) switch { [1] => true, [2] => false, _ => null },
                NoSymptoms = symptoms is [0],
                Symptoms = [.. form.Symptoms.Where((_, place) => symptoms?.Contains(place + 1) == true)],
                Exposures = faults.Has(CheckInField.Exposures) ? new Dictionary<string, ExposureAnswer>()
                    : form.Exposures.Zip(exposures ?? []).ToDictionary(pair => pair.First.Code, pair => (ExposureAnswer)pair.Second),
                OwnWords = fields.Text(CheckInField.OwnWords, row.OwnWords, CheckInContent.LongestLine),
            },
            faults);
    }

    /// <summary>The figures of a text; null when there is something else in it.</summary>
    private static List<int>? Figures(string? typed)
    {
        var text = HalfWidth.Normalize(typed is { Length: <= 20 } ? typed : typed is null ? "" : "x").Replace(" ", "", StringComparison.Ordinal);
        return text.All(char.IsAsciiDigit) ? [.. text.Select(figure => figure - '0')] : null;
    }
}
